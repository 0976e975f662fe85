//! This machine's disk, and how much of its memory a process takes.

use std::{
    env,
    error::Error,
    fs::{self, File},
    io::{self, Write},
    process,
    time::{Duration, Instant},
};

/// How often a second 4 KiB more of a file reach the disk.
pub fn fsyncs() -> io::Result<f64> {
    let path = env::temp_dir().join(format!("interleaf-fsync-{}", process::id()));
    let mut file = File::create(&path)?;
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < Duration::from_secs(1) {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    fs::remove_file(path)?;
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}

/// The most memory that a process has had resident so far, in MiB, as Linux says it.
pub fn most_memory(pid: u32) -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let most =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM of that process")?;
    Ok(most.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
}
