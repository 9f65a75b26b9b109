# Phases of long work: phase-<name>.

phase-read-files = Reading files
