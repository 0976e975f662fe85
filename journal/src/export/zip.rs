//! A ZIP archive that only stores (APPNOTE 6.3.10): sizes and checksums stand before the bytes, so that every program
//! reads it, also while it arrives. Without ZIP64: four gigabytes and 65,535 files are the end.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0; names are UTF-8.
const NEEDS: u16 = 20;
const UTF8: u16 = 1 << 11;

/// More than a ZIP archive without ZIP64 can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than one archive can hold")]
pub struct TooLarge;

/// An archive while it is made. It keeps no bytes: each piece is handed on as it comes.
#[derive(Debug)]
pub struct Archive {
    day: u16,
    time: u16,
    directory: Vec<u8>,
    files: u16,
    written: u32,
}

impl Archive {
    /// An empty one, all of whose files are from `made`, on its own wall clock.
    #[must_use]
    pub fn new(made: DateTime<FixedOffset>) -> Self {
        let year = made.year().clamp(1980, 2107) - 1980;
        let [year, month, day, hour, minute, second] =
            [year.unsigned_abs(), made.month(), made.day(), made.hour(), made.minute(), made.second() / 2]
                .map(|part| u16::try_from(part).unwrap_or_default());
        Self {
            day: year << 9 | month << 5 | day,
            time: hour << 11 | minute << 5 | second,
            directory: Vec::new(),
            files: 0,
            written: 0,
        }
    }

    /// What stands before the bytes of a file. The bytes themselves come right behind it.
    ///
    /// # Errors
    /// [`TooLarge`] when this file does not fit any more.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<Vec<u8>, TooLarge> {
        let size = u32::try_from(bytes.len()).map_err(|_| TooLarge)?;
        let length = u16::try_from(name.len()).map_err(|_| TooLarge)?;
        let mut common = Vec::with_capacity(26);
        for half in [NEEDS, UTF8, 0, self.time, self.day] {
            common.extend_from_slice(&half.to_le_bytes());
        }
        for whole in [checksum(bytes), size, size] {
            common.extend_from_slice(&whole.to_le_bytes());
        }
        common.extend_from_slice(&length.to_le_bytes());
        // No extra field.
        common.extend_from_slice(&[0, 0]);
        let head = [&LOCAL.to_le_bytes(), common.as_slice(), name.as_bytes()].concat();
        let at = self.written;
        let more = u32::try_from(head.len()).ok().and_then(|head| head.checked_add(size));
        self.written = more.and_then(|more| at.checked_add(more)).ok_or(TooLarge)?;
        self.files = self.files.checked_add(1).ok_or(TooLarge)?;
        self.directory.extend_from_slice(&CENTRAL.to_le_bytes());
        self.directory.extend_from_slice(&NEEDS.to_le_bytes());
        self.directory.extend_from_slice(&common);
        // Comment, disk, attributes inside and outside: nothing.
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&at.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        Ok(head)
    }

    /// What stands behind the last file.
    ///
    /// # Errors
    /// [`TooLarge`] when the directory does not fit any more.
    pub fn finish(self) -> Result<Vec<u8>, TooLarge> {
        let size = u32::try_from(self.directory.len()).map_err(|_| TooLarge)?;
        self.written.checked_add(size).ok_or(TooLarge)?;
        let mut out = self.directory;
        out.extend_from_slice(&END.to_le_bytes());
        out.extend_from_slice(&[0; 4]);
        out.extend_from_slice(&self.files.to_le_bytes());
        out.extend_from_slice(&self.files.to_le_bytes());
        out.extend_from_slice(&size.to_le_bytes());
        out.extend_from_slice(&self.written.to_le_bytes());
        out.extend_from_slice(&[0; 2]);
        Ok(out)
    }
}

/// CRC-32 of ISO 3309, reflected, a byte at a time.
const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte: usize = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[byte] = crc;
        byte += 1;
    }
    table
};

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| {
        let [low, ..] = crc.to_le_bytes();
        crc >> 8 ^ TABLE[usize::from(low ^ byte)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let made = DateTime::parse_from_rfc3339("2026-10-14T19:40:21+02:00").unwrap();
        let mut archive = Archive::new(made);
        let mut out = Vec::new();
        for (name, bytes) in files {
            out.extend(archive.file(name, bytes).unwrap());
            out.extend_from_slice(bytes);
        }
        out.extend(archive.finish().unwrap());
        out
    }

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn another_program_reads_every_file_with_its_name_and_time() {
        let large = vec![7; 70_000];
        let files: [(&str, &[u8]); 3] =
            [("a/día.txt", b"the house by the sea"), ("empty", b""), ("c", &large)];
        let bytes = archive(&files);
        let read = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        assert_eq!(read.entries_hint(), 3);
        let mut entries = read.entries();
        for (name, content) in files {
            let entry = entries.next_entry().unwrap().unwrap();
            assert_eq!(entry.file_path().try_normalize().unwrap().as_ref(), name);
            assert_eq!(entry.last_modified().to_string(), "2026-10-14T19:40:20");
            let found = read.get_entry(entry.wayfinder()).unwrap();
            assert_eq!(found.data(), content);
            let mut verified = found.verifying_reader(found.data());
            std::io::copy(&mut verified, &mut std::io::sink()).unwrap();
        }
        assert!(entries.next_entry().unwrap().is_none());
    }

    #[test]
    fn the_same_files_at_the_same_time_are_the_same_bytes() {
        assert_eq!(archive(&[("a", b"b")]), archive(&[("a", b"b")]));
    }
}
