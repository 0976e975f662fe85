//! Who knows whom.

use sqlx::Row;
use wire::{ids::AccountId, pairings::Pairing, sealed::Message};

use super::{
    Result, Store,
    convert::{Bytes, account_id, invite_id, pairing_id, public_keys, role, time, time_or_none},
};

impl Store {
    /// The pairings of an account, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pairings_of(&self, account: AccountId) -> Result<Vec<Pairing>> {
        let sql = "SELECT pairings.id, pairings.invite_id, pairings.acceptance, pairings.since_us,
                          accounts.id AS peer_id, accounts.role, accounts.signing_key, accounts.sharing_key,
                          accounts.key_signature, accounts.recovered_us
                   FROM pairings JOIN accounts ON accounts.id =
                       CASE WHEN pairings.therapist_id = $1 THEN pairings.client_id ELSE pairings.therapist_id END
                   WHERE pairings.therapist_id = $1 OR pairings.client_id = $1
                   ORDER BY pairings.since_us";
        let rows = sqlx::query(sql).bind(account.stored()).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                Ok(Pairing {
                    pairing: pairing_id(row, "id")?,
                    peer: account_id(row, "peer_id")?,
                    peer_role: role(row)?,
                    peer_keys: public_keys(row)?,
                    invite: invite_id(row, "invite_id")?,
                    acceptance: row.try_get::<Option<Vec<u8>>, _>("acceptance")?.map(Message),
                    since: time(row, "since_us")?,
                    peer_recovered: time_or_none(row, "recovered_us")?,
                })
            })
            .collect()
    }
}
