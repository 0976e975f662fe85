//! One route: what is called, by whom, with what, for what. The router and the document are both made of these.

use axum::{
    handler::Handler,
    http::Method,
    routing::{self, MethodRouter},
};
use utoipa::{
    ToSchema,
    openapi::{HttpMethod, Ref, RefOr, Schema, schema::Array},
};
use wire::problem::Code;

use super::App;

/// Who may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anybody,
    /// Whoever is signed in.
    SignedIn,
    /// A signed-in therapist.
    Therapist,
    /// A signed-in client.
    Client,
}

/// What an answer is when all goes well.
#[derive(Clone, Copy)]
pub(super) enum Gives {
    Nothing,
    /// Of this media type.
    Other(&'static str),
    Json(Shape),
    List(Shape),
}

/// A type that travels.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    name: fn() -> String,
    collect: fn(&mut Vec<(String, RefOr<Schema>)>),
}

impl Shape {
    pub(super) fn of<T: ToSchema>() -> Self {
        Self {
            name: || T::name().into(),
            collect: |schemas| {
                schemas.push((T::name().into(), T::schema()));
                T::schemas(schemas);
            },
        }
    }

    pub(super) fn reference(self) -> Ref {
        Ref::from_schema_name((self.name)())
    }

    pub(super) fn list(self) -> Array {
        Array::new(self.reference())
    }

    pub(super) fn collect(self, schemas: &mut Vec<(String, RefOr<Schema>)>) {
        (self.collect)(schemas);
    }
}

/// One route of the API.
pub struct Route {
    /// What is done.
    pub method: Method,
    /// Below `/api/v1`.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
    pub(super) handler: MethodRouter<App>,
    pub(super) listed: HttpMethod,
    pub(super) says: &'static str,
    pub(super) query: &'static [(&'static str, &'static str)],
    pub(super) takes: Option<Shape>,
    pub(super) takes_bytes: bool,
    pub(super) gives: Gives,
    pub(super) status: u16,
    pub(super) inside: &'static [Code],
    refuses: &'static [Code],
}

pub(super) fn get<T: 'static>(path: &'static str, handler: impl Handler<T, App>) -> Route {
    Route::new(Method::GET, HttpMethod::Get, path, routing::get(handler))
}

pub(super) fn post<T: 'static>(path: &'static str, handler: impl Handler<T, App>) -> Route {
    Route::new(Method::POST, HttpMethod::Post, path, routing::post(handler))
}

pub(super) fn put<T: 'static>(path: &'static str, handler: impl Handler<T, App>) -> Route {
    Route::new(Method::PUT, HttpMethod::Put, path, routing::put(handler))
}

pub(super) fn delete<T: 'static>(path: &'static str, handler: impl Handler<T, App>) -> Route {
    Route { status: 204, ..Route::new(Method::DELETE, HttpMethod::Delete, path, routing::delete(handler)) }
}

impl Route {
    const fn new(method: Method, listed: HttpMethod, path: &'static str, handler: MethodRouter<App>) -> Self {
        Self {
            method,
            path,
            who: Who::Anybody,
            handler,
            listed,
            says: "",
            query: &[],
            takes: None,
            takes_bytes: false,
            gives: Gives::Nothing,
            status: 200,
            inside: &[],
            refuses: &[],
        }
    }

    pub(super) const fn says(mut self, says: &'static str) -> Self {
        self.says = says;
        self
    }

    pub(super) const fn query(mut self, query: &'static [(&'static str, &'static str)]) -> Self {
        self.query = query;
        self
    }

    pub(super) fn takes<T: ToSchema>(mut self) -> Self {
        self.takes = Some(Shape::of::<T>());
        self
    }

    pub(super) const fn takes_bytes(mut self) -> Self {
        self.takes_bytes = true;
        self
    }

    pub(super) fn gives<T: ToSchema>(mut self) -> Self {
        self.gives = Gives::Json(Shape::of::<T>());
        self
    }

    pub(super) fn lists<T: ToSchema>(mut self) -> Self {
        self.gives = Gives::List(Shape::of::<T>());
        self
    }

    pub(super) const fn gives_other(mut self, media: &'static str) -> Self {
        self.gives = Gives::Other(media);
        self
    }

    pub(super) const fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Codes of its own; those that come with its kind are added.
    pub(super) const fn refuses(mut self, codes: &'static [Code]) -> Self {
        self.refuses = codes;
        self
    }

    /// Codes that stand inside of an answer that went well.
    pub(super) const fn inside(mut self, codes: &'static [Code]) -> Self {
        self.inside = codes;
        self
    }

    pub(super) const fn only(mut self, who: Who) -> Self {
        self.who = who;
        self
    }

    /// Every code it may refuse with, in the order of their statuses.
    #[must_use]
    pub fn codes(&self) -> Vec<Code> {
        let applies = |code: &Code| {
            self.refuses.contains(code)
                || match code {
                    Code::Internal | Code::Busy => true,
                    Code::SignedOut => self.who != Who::Anybody,
                    Code::NotForRole => matches!(self.who, Who::Therapist | Who::Client),
                    Code::ForeignOrigin => self.method != Method::GET,
                    Code::NotJson => self.takes.is_some(),
                    Code::NotBytes => self.takes_bytes,
                    Code::Malformed | Code::TooLarge | Code::TooSlow => {
                        self.takes.is_some() || self.takes_bytes
                    }
                    _ => false,
                }
        };
        Code::ALL.iter().copied().filter(applies).collect()
    }
}
