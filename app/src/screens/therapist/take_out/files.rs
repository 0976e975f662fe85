//! The three forms in which a record is taken out.

use journal::{
    course::Course,
    export::document,
    takeout::{SharedRecord, bundle, check_ins, measures},
};

use crate::{
    device::files::Growing,
    screens::account::{Pack, Said, recorded},
    text::therapist::take_out as said,
    vault::Vault,
};

/// One form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// To read or print.
    Document,
    /// For a record system.
    Bundle,
    /// For a spreadsheet.
    Tables,
}

impl File {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Document, Self::Bundle, Self::Tables];

    /// What it is called, what it is, and the button.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Document => (said::document(), said::document_line(), said::document_do()),
            Self::Bundle => (said::bundle(), said::bundle_line(), said::bundle_do()),
            Self::Tables => (said::tables(), said::tables_line(), said::tables_do()),
        }
    }

    /// Makes it and hands it over. Gives how many recordings and photos are not in it; `None` when there is no room.
    pub async fn write(
        self,
        vault: Vault,
        record: &SharedRecord,
        told: impl Fn(usize, usize),
    ) -> Option<usize> {
        let name = record.file_name();
        match self {
            Self::Document => return written(vault, record, told).await,
            Self::Bundle => {
                alone(&format!("{name}.fhir.json"), "application/fhir+json", &bundle(record, &Said::Shared))?;
            }
            Self::Tables => {
                let mut pack = Pack::new(name, record.made);
                pack.add(said::check_ins_file(), check_ins(record, &Said::Shared).as_bytes())?;
                pack.add(said::measures_file(), measures(record, &Said::Shared).as_bytes())?;
                pack.save()?;
            }
        }
        Some(0)
    }
}

/// The document alone, or with its recordings and photos in an archive.
async fn written(vault: Vault, record: &SharedRecord, told: impl Fn(usize, usize)) -> Option<usize> {
    let name = record.file_name();
    let course = Course::new(record.appointments(), record.made);
    if recorded(&record.records).is_empty() {
        let page = document(&record.everything(), &course, &Said::Shared);
        alone(&format!("{name}.html"), "text/html", page.as_bytes())?;
        return Some(0);
    }
    let mut pack = Pack::new(name, record.made);
    let (names, missing) = pack.attachments(vault, &record.records, told).await?;
    let page = document(&record.everything().with_files(&names), &course, &Said::Shared);
    pack.add("record.html", page.as_bytes())?;
    pack.save()?;
    Some(missing)
}

fn alone(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let file = Growing::default();
    (file.add(bytes) && file.save(name, mime)).then_some(())
}
