//! What this machine has: processor, memory, display.

use std::fs;

/// What can be said of the display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Display {
    /// It answers; its name.
    Reachable(String),
    /// One is named, but does not answer.
    Unreachable(String),
    /// None is named.
    Absent,
}

impl Display {
    /// Whether a window can be opened.
    pub fn is_reachable(&self) -> bool {
        matches!(self, Display::Reachable(_))
    }
}

/// The display of this session.
pub fn display() -> Display {
    if cfg!(not(all(unix, not(target_os = "macos")))) {
        return Display::Reachable(std::env::consts::OS.to_owned());
    }
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let named: Vec<(String, bool)> = [
        variable("WAYLAND_DISPLAY").map(|name| (name.clone(), wayland_answers(&name, variable("XDG_RUNTIME_DIR").as_deref()))),
        variable("DISPLAY").map(|name| (name.clone(), x_answers(&name))),
    ]
    .into_iter()
    .flatten()
    .collect();
    match (named.iter().find(|(_, answers)| *answers), named.first()) {
        (Some((name, _)), _) => Display::Reachable(name.clone()),
        (None, Some((name, _))) => Display::Unreachable(name.clone()),
        (None, None) => Display::Absent,
    }
}

/// How many threads run at once.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Memory of the machine [bytes], where the system tells.
pub fn memory() -> Option<u64> {
    kibibytes(&fs::read_to_string("/proc/meminfo").ok()?, "MemTotal:")
}

/// The most memory that this process ever held [bytes], where the system tells.
pub fn peak_memory() -> Option<u64> {
    kibibytes(&fs::read_to_string("/proc/self/status").ok()?, "VmHWM:")
}

fn kibibytes(table: &str, name: &str) -> Option<u64> {
    let line = table.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}

/// Where the X server of a display listens: a local number, or none where it is on another machine.
fn x_socket(display: &str) -> Option<String> {
    let (host, rest) = display.rsplit_once(':')?;
    let number = rest.split('.').next()?;
    let is_local = host.is_empty() || host == "unix";
    (is_local && !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())).then(|| format!("/tmp/.X11-unix/X{number}"))
}

/// A display on another machine is taken at its word: asking could hang.
fn x_answers(display: &str) -> bool {
    match x_socket(display) {
        Some(socket) => socket_answers(&socket),
        None => display.rsplit_once(':').is_some_and(|(host, _)| !host.is_empty()),
    }
}

fn wayland_answers(display: &str, runtime: Option<&str>) -> bool {
    if display.starts_with('/') {
        socket_answers(display)
    } else {
        runtime.is_some_and(|folder| socket_answers(&format!("{folder}/{display}")))
    }
}

#[cfg(unix)]
fn socket_answers(path: &str) -> bool {
    std::os::unix::net::UnixStream::connect(path).is_ok()
}

#[cfg(not(unix))]
fn socket_answers(_: &str) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_the_system_are_read() {
        assert_eq!(kibibytes("VmPeak:\t 9 kB\nVmHWM:\t  5124 kB\n", "VmHWM:"), Some(5124 * 1024));
        assert_eq!(kibibytes("VmHWM:\n", "VmHWM:"), None);
        assert_eq!(kibibytes("", "VmHWM:"), None);
    }

    #[test]
    fn a_display_names_its_socket() {
        assert_eq!(x_socket(":0").as_deref(), Some("/tmp/.X11-unix/X0"));
        assert_eq!(x_socket("unix:12.1").as_deref(), Some("/tmp/.X11-unix/X12"));
        assert_eq!(x_socket("host:0"), None);
        assert_eq!(x_socket(":../../etc"), None);
        assert!(!x_answers("nonsense") && !x_answers(":65533"));
    }
}
