//! Files: scenes, region packages, settings. The only place beside `cli` that touches the disk.
