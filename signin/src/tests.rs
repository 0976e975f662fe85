use opaque_ke::{
    CredentialFinalization, CredentialRequest, RegistrationRequest, RegistrationUpload, ServerLogin,
    ServerLoginParameters, ServerRegistration, ServerSetup,
};
use rand08::{SeedableRng, rngs::StdRng};

use super::*;

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

#[test]
fn the_worker_answers_what_the_screen_asks() {
    use crate::ask::{Answer, Ask, Between, answer};

    let mut rng = rng();
    let setup = ServerSetup::<Suite>::new(&mut rng);
    let mut between = Between::default();
    let password = || "a long walk by the sea".to_owned();
    let Answer::Request { message } =
        answer(&mut between, Ask::RegisterStart { password: password() }, &mut rng)
    else {
        panic!("no request")
    };
    let request = RegistrationRequest::deserialize(&message.0).unwrap();
    let response = ServerRegistration::<Suite>::start(&setup, request, b"mira").unwrap();
    let response = || Message(response.message.serialize().to_vec());
    let finish = Ask::RegisterFinish { response: response() };
    assert!(
        matches!(answer(&mut between, finish, &mut rng), Answer::Finished { export_key, .. } if export_key.len() == 64)
    );
    let again = Ask::RegisterFinish { response: response() };
    assert!(
        matches!(answer(&mut between, again, &mut rng), Answer::Malformed),
        "nothing is kept between errands"
    );
    let stretch = |password: String, rng: &mut StdRng| match answer(
        &mut Between::default(),
        Ask::Stretch { password, salt: [3; 16] },
        rng,
    ) {
        Answer::Stretched { key } => key,
        _ => panic!("not stretched"),
    };
    assert_eq!(stretch(password(), &mut rng), stretch(password(), &mut rng));
    assert_ne!(stretch(password(), &mut rng), stretch("another".into(), &mut rng));
}
