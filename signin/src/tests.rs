use opaque_ke::{
    CredentialFinalization, CredentialRequest, RegistrationRequest, RegistrationUpload, ServerLogin,
    ServerLoginParameters, ServerRegistration, ServerSetup,
};
use rand08::{SeedableRng, rngs::StdRng};

use super::*;
use crate::ask::{Answer, Ask, Between, answer};

struct Server {
    setup: ServerSetup<Suite>,
    record: ServerRegistration<Suite>,
}

fn rng() -> StdRng {
    StdRng::seed_from_u64(7)
}

fn register(password: &str) -> (Server, ExportKey) {
    let mut rng = rng();
    let setup = ServerSetup::<Suite>::new(&mut rng);
    let (registering, request) = Registering::start(password, &mut rng).unwrap();
    let request = RegistrationRequest::deserialize(&request.0).unwrap();
    let answer = ServerRegistration::<Suite>::start(&setup, request, b"mira").unwrap();
    let (upload, key) = registering.finish(&Message(answer.message.serialize().to_vec()), &mut rng).unwrap();
    let record = ServerRegistration::finish(RegistrationUpload::<Suite>::deserialize(&upload.0).unwrap());
    (Server { setup, record }, key)
}

fn sign_in(
    server: &Server,
    record: Option<ServerRegistration<Suite>>,
    password: &str,
) -> Result<ExportKey, SignInError> {
    let mut rng = rng();
    let (logging_in, request) = LoggingIn::start(password, &mut rng).unwrap();
    let request = CredentialRequest::deserialize(&request.0).unwrap();
    let parameters = ServerLoginParameters { context: Some(CONTEXT), identifiers: Identifiers::default() };
    let answer =
        ServerLogin::start(&mut rng, &server.setup, record, request, b"mira", parameters.clone()).unwrap();
    let (last, key) = logging_in.finish(&Message(answer.message.serialize().to_vec()), &mut rng)?;
    answer
        .state
        .finish(CredentialFinalization::deserialize(&last.0).unwrap(), parameters)
        .map_err(|_| SignInError::Wrong)?;
    Ok(key)
}

#[test]
fn signing_in_leads_to_the_same_key_as_registering() {
    let (server, key) = register("correct horse battery");
    assert_eq!(sign_in(&server, Some(server.record.clone()), "correct horse battery").unwrap(), key);
    assert_eq!(key.len(), 64);
}

#[test]
fn a_wrong_password_an_unknown_name_and_another_server_all_look_wrong() {
    let (server, _) = register("correct horse battery");
    assert_eq!(
        sign_in(&server, Some(server.record.clone()), "correct horse batterx"),
        Err(SignInError::Wrong)
    );
    assert_eq!(sign_in(&server, None, "correct horse battery"), Err(SignInError::Wrong));
    let other =
        Server { setup: ServerSetup::new(&mut StdRng::seed_from_u64(8)), record: server.record.clone() };
    assert_eq!(sign_in(&other, Some(server.record), "correct horse battery"), Err(SignInError::Wrong));
}

/// Frozen: a change of memory, passes, lanes or version would lock every device out.
#[test]
fn stretching_stays_what_it_was() {
    let out = stretch("correct horse battery", &[7; 16]).unwrap();
    assert_eq!(wire::bytes::to_text(out.as_slice()), "xaEbp1EovRsu3D-UjK5hOOsE8uPwZt2K3j7RMcerBPI");
}

/// Through JSON, as between the screen and its worker.
fn ask(between: &mut Between, ask: &Ask) -> Answer {
    let ask = serde_json::from_str(&serde_json::to_string(ask).unwrap()).unwrap();
    let answer = answer(between, ask, &mut rng());
    serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap()
}

fn asked_to_sign_in(server: &Server, password: &str) -> Answer {
    let mut between = Between::default();
    let Answer::Request { message } = ask(&mut between, &Ask::LoginStart { password: password.into() })
    else {
        panic!("no request");
    };
    let request = CredentialRequest::deserialize(&message.0).unwrap();
    let parameters = ServerLoginParameters { context: Some(CONTEXT), identifiers: Identifiers::default() };
    let record = Some(server.record.clone());
    let started =
        ServerLogin::start(&mut rng(), &server.setup, record, request, b"mira", parameters).unwrap();
    ask(&mut between, &Ask::LoginFinish { response: Message(started.message.serialize().to_vec()) })
}

#[test]
fn the_worker_leads_to_the_same_key_and_tells_a_wrong_password() {
    let (server, key) = register("correct horse battery");
    assert!(matches!(
        asked_to_sign_in(&server, "correct horse battery"),
        Answer::Finished { export_key, .. } if export_key == *key
    ));
    assert!(matches!(asked_to_sign_in(&server, "correct horse batterx"), Answer::Wrong));
}

#[test]
fn the_worker_registers() {
    let mut between = Between::default();
    let start = Ask::RegisterStart { password: "correct horse battery".into() };
    let Answer::Request { message } = ask(&mut between, &start) else { panic!("no request") };
    let setup = ServerSetup::<Suite>::new(&mut rng());
    let request = RegistrationRequest::deserialize(&message.0).unwrap();
    let started = ServerRegistration::<Suite>::start(&setup, request, b"mira").unwrap();
    let finish = Ask::RegisterFinish { response: Message(started.message.serialize().to_vec()) };
    let Answer::Finished { message, export_key } = ask(&mut between, &finish) else { panic!("no upload") };
    assert!(RegistrationUpload::<Suite>::deserialize(&message.0).is_ok());
    assert_eq!(export_key.len(), 64);
    // What was between is used up.
    assert!(matches!(ask(&mut between, &finish), Answer::Malformed));
}

#[test]
fn the_worker_stretches_as_before() {
    let stretch = Ask::Stretch { password: "correct horse battery".into(), salt: [7; 16] };
    let Answer::Stretched { key } = ask(&mut Between::default(), &stretch) else { panic!("no key") };
    assert_eq!(wire::bytes::to_text(&key), "xaEbp1EovRsu3D-UjK5hOOsE8uPwZt2K3j7RMcerBPI");
}
