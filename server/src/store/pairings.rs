//! Who knows whom.

use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, Row};
use wire::{
    ids::{AccountId, InviteId, PairingId},
    pairings::{NewPairing, Pairing},
    sealed::Message,
};

use super::{
    Result, Store,
    convert::{Bytes, account_id, invite_id, micros, pairing_id, public_keys, role, time, time_or_none},
    parting::Parted,
    tickets::{self, NewTicket},
};

/// Who is paired with whom, and by which answer to which invitation.
pub(super) struct Pair<'a> {
    /// For a pairing that is new.
    pub pairing: PairingId,
    /// Who invited.
    pub therapist: AccountId,
    /// Who accepted.
    pub client: AccountId,
    /// The invitation, which was used up.
    pub invite: InviteId,
    /// The client's HMAC.
    pub acceptance: Option<&'a Message>,
}

impl Store {
    /// Uses an invitation up and pairs a client who has an account, all or nothing. `None`: it does not work, whatever
    /// the reason. Two who are paired stay so, from now on by this invitation.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn accept_invite(
        &self,
        client: AccountId,
        new: &NewPairing,
        pairing: PairingId,
        now: DateTime<Utc>,
    ) -> Result<Option<Parted>> {
        let mut transaction = self.write.begin().await?;
        let ticket = NewTicket::Invite(new.invite, None);
        let Some(Some(therapist)) = tickets::consume(&mut transaction, &ticket, now).await? else {
            return Ok(None);
        };
        let acceptance = Some(&new.acceptance);
        let pair = Pair { pairing, therapist, client, invite: new.invite, acceptance };
        put_pairing(&mut transaction, &pair, now).await?;
        transaction.commit().await?;
        Ok(Some([therapist, client]))
    }

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

pub(super) async fn put_pairing(
    connection: &mut AnyConnection,
    pair: &Pair<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "INSERT INTO pairings (id, therapist_id, client_id, invite_id, acceptance, since_us)
               VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (therapist_id, client_id) DO UPDATE
               SET invite_id = excluded.invite_id, acceptance = excluded.acceptance";
    sqlx::query(sql)
        .bind(pair.pairing.stored())
        .bind(pair.therapist.stored())
        .bind(pair.client.stored())
        .bind(pair.invite.stored())
        .bind(pair.acceptance.map(|message| message.0.clone()))
        .bind(micros(now))
        .execute(connection)
        .await?;
    Ok(())
}
