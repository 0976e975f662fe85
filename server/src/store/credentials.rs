//! A new password or a new recovery code for somebody who is signed in.

use wire::{ids::AccountId, sealed::Wrap};

use super::{Result, Session, Store, convert::Bytes, logins::drop_logins};

impl Store {
    /// A new password: every other session ends, and every sign-in that was begun with the old one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn change_password(&self, caller: Session, opaque: &[u8], wrap: &Wrap) -> Result<()> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("UPDATE accounts SET opaque = $2, password_wrap = $3 WHERE id = $1")
            .bind(caller.account.stored())
            .bind(opaque.to_vec())
            .bind(wrap.0.clone())
            .execute(&mut *transaction)
            .await?;
        sqlx::query("DELETE FROM sessions WHERE account_id = $1 AND id <> $2")
            .bind(caller.account.stored())
            .bind(caller.session.stored())
            .execute(&mut *transaction)
            .await?;
        drop_logins(&mut transaction, caller.account).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// A new recovery code; a recovery that was begun with the old one ends.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn change_recovery(&self, account: AccountId, wrap: &Wrap, check: &[u8; 32]) -> Result<()> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("UPDATE accounts SET recovery_wrap = $2, recovery_check = $3 WHERE id = $1")
            .bind(account.stored())
            .bind(wrap.0.clone())
            .bind(check.to_vec())
            .execute(&mut *transaction)
            .await?;
        drop_logins(&mut transaction, account).await?;
        transaction.commit().await?;
        Ok(())
    }
}
