//! The OpenAPI document, made of the same routes as the router.

#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use utoipa::openapi::{
    Components, Content, HeaderBuilder, Info, Object, OpenApi, OpenApiBuilder, Paths, Ref, Required,
    ResponseBuilder, SecurityRequirement, Type,
    extensions::Extensions,
    path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
    request_body::RequestBodyBuilder,
    security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use wire::problem::{Code, Problem};

use super::{
    API,
    blobs::BYTES,
    error::Refusal,
    route::{Gives, Route, Shape, Who},
    routes,
    session::COOKIE,
};

const BEARER: &str = "bearer";
const COOKIES: &str = "cookie";

static DOCUMENT: LazyLock<serde_json::Result<String>> = LazyLock::new(|| describe(&routes::all()).to_json());

/// `GET /openapi.json`
pub async fn show() -> Result<Response, Refusal> {
    let document = DOCUMENT.as_deref().map_err(|_| Code::Internal)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], document).into_response())
}

fn describe(routes: &[Route]) -> OpenApi {
    let (mut paths, mut schemas) = (Paths::new(), Vec::new());
    Shape::of::<Problem>().collect(&mut schemas);
    for route in routes {
        let given = match route.gives {
            Gives::Json(shape) | Gives::List(shape) => Some(shape),
            Gives::Nothing | Gives::Other(_) => None,
        };
        for shape in route.takes.into_iter().chain(given) {
            shape.collect(&mut schemas);
        }
        paths.add_path_operation(
            format!("{API}{}", route.path),
            vec![route.listed.clone()],
            operation(route),
        );
    }
    let mut components = Components::new();
    components.schemas = schemas.into_iter().collect();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    components.security_schemes = BTreeMap::from([
        (BEARER.into(), SecurityScheme::Http(bearer).into()),
        (COOKIES.into(), SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(COOKIE))).into()),
    ]);
    OpenApiBuilder::new()
        .info(Info::new("Interleaf", env!("CARGO_PKG_VERSION")))
        .paths(paths)
        .components(Some(components))
        .build()
}

fn operation(route: &Route) -> Operation {
    let words = route.path.split(['/', '{', '}', '.']).filter(|word| !word.is_empty());
    let id = words.fold(route.method.as_str().to_lowercase(), |id, word| id + "_" + word);
    let mut operation = OperationBuilder::new().operation_id(Some(id)).summary(Some(route.says));
    for name in route.path.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
        let text = Object::with_type(Type::String);
        let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path);
        operation = operation.parameter(parameter.required(Required::True).schema(Some(text)));
    }
    for (name, meaning) in route.query {
        let number = Object::with_type(Type::Integer);
        let parameter = ParameterBuilder::new().name(*name).parameter_in(ParameterIn::Query);
        operation = operation.parameter(parameter.description(Some(*meaning)).schema(Some(number)));
    }
    if let Some(shape) = route.takes {
        let body =
            RequestBodyBuilder::new().content("application/json", Content::new(Some(shape.reference())));
        operation = operation.request_body(Some(body.required(Some(Required::True)).build()));
    }
    if route.takes_bytes {
        let body = RequestBodyBuilder::new().content(BYTES, Content::default());
        operation = operation.request_body(Some(body.required(Some(Required::True)).build()));
    }
    if route.who != Who::Anybody {
        for scheme in [BEARER, COOKIES] {
            operation = operation.security(SecurityRequirement::new::<_, _, &str>(scheme, []));
        }
    }
    operation = operation.response(route.status.to_string(), success(route));
    let codes = route.codes();
    for refused in codes.chunk_by(|one, other| one.status() == other.status()) {
        operation = operation.response(refused[0].status().to_string(), refusal(refused));
    }
    operation.build()
}

fn success(route: &Route) -> ResponseBuilder {
    let response = ResponseBuilder::new().description(route.says);
    let response = match route.gives {
        Gives::Nothing => response,
        Gives::Other(media) => response.content(media, Content::default()),
        Gives::Json(shape) => response.content("application/json", Content::new(Some(shape.reference()))),
        Gives::List(shape) => response.content("application/json", Content::new(Some(shape.list()))),
    };
    if route.inside.is_empty() { response } else { response.extensions(Some(listed(route.inside))) }
}

fn refusal(codes: &[Code]) -> ResponseBuilder {
    let meanings: Vec<_> =
        codes.iter().map(|code| format!("`{}`: {}", code.text(), code.meaning().trim())).collect();
    let problem = Content::new(Some(Ref::from_schema_name("Problem")));
    let response = ResponseBuilder::new()
        .description(meanings.join("\n\n"))
        .content("application/problem+json", problem)
        .extensions(Some(listed(codes)));
    if !codes.iter().any(|code| matches!(code, Code::TooMany | Code::Busy)) {
        return response;
    }
    let seconds =
        HeaderBuilder::new().schema(Some(Object::with_type(Type::Integer))).description(Some("Seconds."));
    response.header("retry-after", seconds.build())
}

/// The codes for a program, beside the description for a person.
fn listed(codes: &[Code]) -> Extensions {
    let codes: Vec<_> = codes.iter().map(|code| code.text()).collect();
    Extensions::from_iter([("x-codes", codes)])
}
