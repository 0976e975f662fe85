//! Attachments, chunk by chunk. What is in them is not looked into, nor how many there should be.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use wire::{
    blobs::{NewBlob, Stored},
    ids::BlobId,
    limits::{BLOB_CHUNKS, CHUNK_BYTES},
    problem::Code,
};

use super::{App, body::Body, error::Refusal};
use crate::{
    serve::TooSlow,
    store::{Put, Session},
};

/// How bytes travel that are not JSON.
pub const BYTES: &str = "application/octet-stream";

/// A body of sealed bytes.
pub struct Chunk(Vec<u8>);

impl<S: Send + Sync> FromRequest<S> for Chunk {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let media = request.headers().get(header::CONTENT_TYPE).and_then(|media| media.to_str().ok());
        if media != Some(BYTES) {
            return Err(Code::NotBytes.into());
        }
        match Bytes::from_request(request, state).await {
            Ok(bytes) if bytes.len() > CHUNK_BYTES => Err(Code::TooLarge.into()),
            Ok(bytes) if bytes.is_empty() => Err(Code::Malformed.into()),
            Ok(bytes) => Ok(Self(bytes.into())),
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Code::TooLarge.into())
            }
            Err(rejection) if TooSlow::caused(&rejection) => Err(Code::TooSlow.into()),
            Err(_) => Err(Code::Malformed.into()),
        }
    }
}

/// `PUT /blobs/{blob}`
pub async fn make(
    State(app): State<App>,
    caller: Session,
    Path(blob): Path<String>,
    Body(new): Body<NewBlob>,
) -> Result<Json<Stored>, Refusal> {
    let stored = app.store.put_blob(caller.account, id(&blob)?, new.record).await?;
    stored.map(Json).ok_or_else(|| Code::NotFound.into())
}

/// `GET /blobs/{blob}`
pub async fn show(
    State(app): State<App>,
    caller: Session,
    Path(blob): Path<String>,
) -> Result<Json<Stored>, Refusal> {
    let stored = app.store.find_blob(caller.account, id(&blob)?).await?;
    stored.map(Json).ok_or_else(|| Code::NotFound.into())
}

/// `DELETE /blobs/{blob}`
pub async fn delete(
    State(app): State<App>,
    caller: Session,
    Path(blob): Path<String>,
) -> Result<StatusCode, Refusal> {
    if !app.store.delete_blob(caller.account, id(&blob)?).await? {
        return Err(Code::NotFound.into());
    }
    super::sync::forget_erased(&app);
    Ok(StatusCode::NO_CONTENT)
}

/// `PUT /blobs/{blob}/{chunk}`
pub async fn put_chunk(
    State(app): State<App>,
    caller: Session,
    Path((blob, chunk)): Path<(String, String)>,
    Chunk(content): Chunk,
) -> Result<StatusCode, Refusal> {
    let place = place(&chunk)?;
    if place >= BLOB_CHUNKS {
        return Err(Code::TooLarge.into());
    }
    match app.store.put_chunk(caller.account, id(&blob)?, place, content).await? {
        Put::Kept => Ok(StatusCode::NO_CONTENT),
        Put::NotFound => Err(Code::NotFound.into()),
        Put::Full => Err(Code::QuotaFull.into()),
    }
}

/// `GET /blobs/{blob}/{chunk}`
pub async fn show_chunk(
    State(app): State<App>,
    caller: Session,
    Path((blob, chunk)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let content = app.store.find_chunk(caller.account, id(&blob)?, place(&chunk)?).await?;
    Ok(([(header::CONTENT_TYPE, BYTES)], content.ok_or(Code::NotFound)?).into_response())
}

fn id(blob: &str) -> Result<BlobId, Code> {
    blob.parse().map_err(|_| Code::NotFound)
}

fn place(chunk: &str) -> Result<u32, Code> {
    chunk.parse().map_err(|_| Code::NotFound)
}
