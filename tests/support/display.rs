//! A display of our own, and the window in it.
#![allow(dead_code)] // each test uses its part

use serde_json::Value;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A display of our own.
pub struct Display {
    server: Child,
    number: String,
}

impl Display {
    /// Starts one; none where there is no Xvfb or no adapter, which fails where both are required.
    pub fn start() -> Option<Self> {
        Self::sized("1400x900")
    }

    /// Starts one of a size.
    pub fn sized(size: &str) -> Option<Self> {
        let required = std::env::var_os("AIMAQ_REQUIRE_GPU").is_some();
        let server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{size}x24"), "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let found = server.ok().filter(|_| aimaq::viewer::run::has_adapter());
        assert!(found.is_some() || !required, "Xvfb or a graphics adapter is missing: sudo apt install xvfb mesa-vulkan-drivers");
        let Some(mut server) = found else {
            eprintln!("skipped: no Xvfb or no graphics adapter");
            return None;
        };
        let mut number = String::new();
        let mut byte = [0];
        let output = server.stdout.as_mut()?;
        while output.read(&mut byte).ok()? == 1 && byte[0] != b'\n' {
            number.push(char::from(byte[0]));
        }
        Some(Self { server, number })
    }

    /// Runs the window to its end, with settings of its own.
    pub fn view(&self, arguments: &[&str], settings: &Path) -> Output {
        self.command(arguments, settings).output().expect("the program starts")
    }

    /// The window as a process, to be started.
    pub fn command(&self, arguments: &[&str], settings: &Path) -> Command {
        self.command_in("en", "900x600", arguments, settings)
    }

    /// The same in a language and a size.
    pub fn command_in(&self, language: &str, size: &str, arguments: &[&str], settings: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aimaq"));
        command
            .args(["view", "--quality", "lite", "--size", size, "--lang", language])
            .args(arguments)
            .env("DISPLAY", format!(":{}", self.number))
            .env_remove("WAYLAND_DISPLAY")
            .env("AIMAQ_CONFIG_DIR", settings);
        command
    }

    /// Plays a script in the window of a scene and returns its reports.
    pub fn play(&self, scene: &str, script: &str) -> Vec<Value> {
        self.play_sized("900x600", scene, script)
    }

    /// The same in a window of a size.
    pub fn play_sized(&self, size: &str, scene: &str, script: &str) -> Vec<Value> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("script.ron");
        std::fs::write(&path, script).expect("a script");
        let arguments = [scene, "--script", &path.to_string_lossy()];
        let output = self.command_in("en", size, &arguments, folder.path()).output().expect("the program starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8_lossy(&output.stdout);
        text.lines().map(|line| serde_json::from_str(line).expect("a report is JSON")).collect()
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
