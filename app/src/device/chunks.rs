//! Sealed chunks of attachments on this device, in a database of their own: they are large, and seldom read.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wire::ids::{BlobId, RecordId};

use super::idb::{Idb, StorageError, Write};

const NAME: &str = "interleaf attachments";
const VERSION: u32 = 1;
const STORES: [&str; 2] = [BLOBS, CHUNKS];
/// What there is, by blob.
const BLOBS: &str = "blobs";
/// Chunks and pieces, by blob and place.
const CHUNKS: &str = "chunks";

/// What there is of one blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Which blob.
    pub blob: BlobId,
    /// The record that it belongs to.
    pub record: RecordId,
    /// How many chunks it has; 0 while it grows.
    pub total: u32,
    /// How long it is, in bytes before sealing.
    pub bytes: u64,
    /// How long a recording is, in milliseconds.
    pub millis: Option<u32>,
    /// Whether the server has it.
    pub sent: bool,
}

/// The device's own storage of chunks.
#[derive(Clone, Debug)]
pub struct Chunks(Idb);

impl Chunks {
    /// Opens it, or makes it.
    pub async fn open() -> Result<Self, StorageError> {
        Idb::open(NAME, VERSION, &STORES).await.map(Self)
    }

    /// Everything goes.
    pub async fn clear() -> Result<(), StorageError> {
        let writes: Vec<_> = STORES.iter().map(|store| Write::Clear(store)).collect();
        Self::open().await?.0.write(&writes).await
    }

    /// What there is.
    pub async fn rows(&self) -> Result<Vec<Row>, StorageError> {
        let rows = self.0.all(BLOBS).await?;
        Ok(rows.iter().filter_map(|row| serde_json::from_str(&row.as_string()?).ok()).collect())
    }

    /// Whether the server lacks any of it.
    pub async fn has_waiting(&self) -> Result<bool, StorageError> {
        Ok(self.rows().await?.iter().any(|row| !row.sent))
    }

    /// Notes something about a blob.
    pub async fn note(&self, row: &Row) -> Result<(), StorageError> {
        self.0.write(&[Write::Put(BLOBS, &row.blob.to_string(), text(row)?)]).await
    }

    /// A whole blob, in the place of the pieces it grew from: all of it or nothing.
    pub async fn keep(&self, row: &Row, chunks: &[Vec<u8>]) -> Result<(), StorageError> {
        let (name, keys) = (row.blob.to_string(), (0..).map(|index| chunk_key(row.blob, index)));
        let keyed: Vec<(String, &Vec<u8>)> = keys.zip(chunks).collect();
        let mut writes = vec![Write::DeleteUnder(CHUNKS, &name), Write::Put(BLOBS, &name, text(row)?)];
        writes.extend(keyed.iter().map(|(key, chunk)| Write::Put(CHUNKS, key, bytes(chunk))));
        self.0.write(&writes).await
    }

    /// One chunk that was fetched.
    pub async fn add(&self, row: &Row, index: u32, chunk: &[u8]) -> Result<(), StorageError> {
        let key = chunk_key(row.blob, index);
        let put = Write::Put(BLOBS, &row.blob.to_string(), text(row)?);
        self.0.write(&[put, Write::Put(CHUNKS, &key, bytes(chunk))]).await
    }

    /// One piece of something that grows.
    pub async fn add_piece(&self, row: &Row, index: u32, piece: &[u8]) -> Result<(), StorageError> {
        let key = format!("{}/piece {index:06}", row.blob);
        let put = Write::Put(BLOBS, &row.blob.to_string(), text(row)?);
        self.0.write(&[put, Write::Put(CHUNKS, &key, bytes(piece))]).await
    }

    /// The chunks that are here, from the first one on; or the pieces of what grows.
    pub async fn all(&self, blob: BlobId) -> Result<Vec<Vec<u8>>, StorageError> {
        let found = self.0.under(CHUNKS, &blob.to_string()).await?;
        Ok(found.into_iter().map(|value| value.unchecked_into::<Uint8Array>().to_vec()).collect())
    }

    /// One chunk.
    pub async fn one(&self, blob: BlobId, index: u32) -> Result<Option<Vec<u8>>, StorageError> {
        let found = self.0.get(CHUNKS, &chunk_key(blob, index)).await?;
        Ok(found.map(|value| value.unchecked_into::<Uint8Array>().to_vec()))
    }

    /// Away with a blob.
    pub async fn forget(&self, blob: BlobId) -> Result<(), StorageError> {
        let name = blob.to_string();
        self.0.write(&[Write::DeleteUnder(CHUNKS, &name), Write::Delete(BLOBS, &name)]).await
    }
}

fn chunk_key(blob: BlobId, index: u32) -> String {
    format!("{blob}/{index:06}")
}

fn bytes(chunk: &[u8]) -> JsValue {
    Uint8Array::from(chunk).into()
}

fn text(row: &Row) -> Result<JsValue, StorageError> {
    serde_json::to_string(row).map(|text| JsValue::from_str(&text)).map_err(|_| StorageError::Unavailable)
}
