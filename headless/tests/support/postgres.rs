//! A private PostgreSQL cluster for this test process, from the system's binaries; gone when the tests are.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    time::Duration,
};

use super::folder_of;

static PORT: OnceLock<u16> = OnceLock::new();
static NEXT: AtomicU32 = AtomicU32::new(0);

/// An empty database of its own.
pub async fn fresh_database() -> String {
    let port = tokio::task::spawn_blocking(|| PORT.get_or_init(start)).await.unwrap();
    let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let port = port.to_string();
    let made = Command::new(folder_of("createdb"))
        .args(["-h", "127.0.0.1", "-p", &port, "-U", "interleaf", &name])
        .status()
        .unwrap();
    assert!(made.success());
    format!("postgres://interleaf@127.0.0.1:{port}/{name}")
}

/// The whole database as text.
pub fn dump(url: &str) -> Vec<u8> {
    let done = Command::new(folder_of("pg_dump")).arg(url).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// Starts the cluster from a thread that lives as long as the process: it takes the cluster with it.
fn start() -> u16 {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let (port, _server) = start_here();
        tell.send(port).unwrap();
        loop {
            std::thread::park();
        }
    });
    told.recv().expect("PostgreSQL did not start")
}

fn start_here() -> (u16, Child) {
    let folder = tempfile::Builder::new().prefix("interleaf-pg").tempdir().unwrap();
    let data = folder.path().join("data");
    // PostgreSQL refuses to run as root; then it runs as its own user.
    let root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    if root {
        let owned = Command::new("chown").arg("postgres").arg(folder.path()).status().unwrap();
        assert!(owned.success(), "there is no user postgres");
    }
    let as_owner = |tool: &str| {
        let mut command = Command::new("setpriv");
        command.arg("--pdeathsig=KILL");
        if root {
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
        }
        command.arg(folder_of(tool)).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let made = as_owner("initdb")
        .args(["--auth=trust", "--username=interleaf", "--encoding=UTF8", "--locale=C", "-D"])
        .arg(&data)
        .status()
        .unwrap();
    assert!(made.success(), "initdb failed");
    let port = free_port();
    let server = as_owner("postgres")
        .arg("-D")
        .arg(&data)
        .args([
            "-p",
            &port.to_string(),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "max_connections=400",
            "-k",
        ])
        .arg(folder.path())
        .spawn()
        .unwrap();
    wait_until_ready(port, folder.path());
    sweep_after_us(&folder.keep());
    (port, server)
}

/// Removes the folder once this process is gone, however it ended.
#[expect(clippy::zombie_processes, reason = "it outlives this process by design")]
fn sweep_after_us(folder: &Path) {
    let wait = "while kill -0 \"$1\" 2>/dev/null; do sleep 1; done; sleep 1; rm -rf \"$2\"";
    Command::new("setsid")
        .args(["sh", "-c", wait, "sweep", &std::process::id().to_string()])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
}

fn wait_until_ready(port: u16, folder: &Path) {
    for _ in 0..200 {
        let ready = Command::new(folder_of("pg_isready"))
            .args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()])
            .status()
            .unwrap();
        if ready.success() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("PostgreSQL did not start in {}", folder.display());
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
