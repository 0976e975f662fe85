//! OPAQUE's first vector (RFC 9807, C.1.1). Its suite is ours but for the stretching, which it leaves out. Shared by the
//! native test and by the one in WASM.

use opaque_ke::{
    CipherSuite, ClientLogin, ClientLoginFinishParameters, ClientRegistration,
    ClientRegistrationFinishParameters, Identifiers, RegistrationUpload, ServerLogin, ServerLoginParameters,
    ServerRegistration, ServerSetup, ksf::Identity,
};
use rand08::{CryptoRng, Error, RngCore};
use serde_json::Value;
use wire::login::Suite;

const PUBLISHED: &str = include_str!("../../testdata/rfc9807-c.1.1.json");

/// Ours, without stretching.
struct Unstretched;

impl CipherSuite for Unstretched {
    type OprfCs = <Suite as CipherSuite>::OprfCs;
    type KeyExchange = <Suite as CipherSuite>::KeyExchange;
    type Ksf = Identity;
}

/// What the vector says in place of chance, in the order in which it is asked for.
struct Written(Vec<u8>);

impl RngCore for Written {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.fill_bytes(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.fill_bytes(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        let rest = self.0.split_off(bytes.len());
        bytes.copy_from_slice(&self.0);
        self.0 = rest;
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Written {}

fn bytes(name: &str) -> Vec<u8> {
    let all: Value = serde_json::from_str(PUBLISHED).unwrap();
    let digits = all[name].as_str().unwrap();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

fn written<const MANY: usize>(names: [&str; MANY]) -> Written {
    Written(names.map(bytes).concat())
}

/// The published blind: a number below the group's order is drawn as twice as many bytes, the lowest first.
fn blind(name: &str) -> Vec<u8> {
    [bytes(name), vec![0; 32]].concat()
}

fn setup() -> ServerSetup<Unstretched> {
    // The last part answers for names that do not exist, and plays no part here.
    let parts = ["oprf_seed", "server_private_key", "server_public_key"].map(bytes);
    ServerSetup::deserialize(&parts.concat()).unwrap()
}

/// Both exchanges say what is published.
pub fn hold() {
    registering_says_what_is_published();
    signing_in_says_what_is_published();
}

fn registering_says_what_is_published() {
    let password = bytes("password");
    let start =
        ClientRegistration::<Unstretched>::start(&mut Written(blind("blind_registration")), &password)
            .unwrap();
    assert_eq!(start.message.serialize().to_vec(), bytes("registration_request"));
    let answer = ServerRegistration::start(&setup(), start.message, &bytes("credential_identifier")).unwrap();
    assert_eq!(answer.message.serialize().to_vec(), bytes("registration_response"));
    let parameters = ClientRegistrationFinishParameters::new(Identifiers::default(), None);
    let finish =
        start.state.finish(&mut written(["envelope_nonce"]), &password, answer.message, parameters).unwrap();
    assert_eq!(finish.message.serialize().to_vec(), bytes("registration_upload"));
    assert_eq!(finish.export_key.to_vec(), bytes("export_key"));
}

fn signing_in_says_what_is_published() {
    let (password, context) = (bytes("password"), bytes("Context"));
    let mut drawn = Written(blind("blind_login"));
    drawn.0.extend(written(["client_keyshare_seed", "client_nonce"]).0);
    let start = ClientLogin::<Unstretched>::start(&mut drawn, &password).unwrap();
    assert_eq!(start.message.serialize().to_vec(), bytes("KE1"));

    let upload = RegistrationUpload::<Unstretched>::deserialize(&bytes("registration_upload")).unwrap();
    let record = Some(ServerRegistration::finish(upload));
    let parameters = ServerLoginParameters { context: Some(&context), identifiers: Identifiers::default() };
    // First a key of 64 bytes for a name that does not exist, whether or not it does.
    let mut drawn = Written(vec![0; 64]);
    drawn.0.extend(written(["masking_nonce", "server_keyshare_seed", "server_nonce"]).0);
    let name = bytes("credential_identifier");
    let answer =
        ServerLogin::start(&mut drawn, &setup(), record, start.message, &name, parameters.clone()).unwrap();
    assert_eq!(answer.message.serialize().to_vec(), bytes("KE2"));

    let asked = ClientLoginFinishParameters::new(Some(&context), Identifiers::default(), None);
    let finish = start.state.finish(&mut written([]), &password, answer.message, asked).unwrap();
    assert_eq!(finish.message.serialize().to_vec(), bytes("KE3"));
    assert_eq!(finish.export_key.to_vec(), bytes("export_key"));
    assert_eq!(finish.session_key.to_vec(), bytes("session_key"));
    let session = answer.state.finish(finish.message, parameters).unwrap();
    assert_eq!(session.session_key.to_vec(), bytes("session_key"));
}
