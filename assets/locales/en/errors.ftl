# Errors and warnings: error-<code>. What is wrong, where, and what to do.

error-cancelled = The work was stopped; nothing was written.
error-file-empty = The file { $file } is empty. Download it again.
error-file-missing = The file { $file } was not found. Check the path.
error-file-unreadable = The file { $file } cannot be read ({ $reason }). Check its permissions.
error-file-unwritable = The file { $file } cannot be written ({ $reason }). Check the permissions and the free space on the disk.
error-population-columns = The columns of the table { $file } are not known. Its first row needs population, and name or lon and lat; give other names with --table and --mapping.
error-ron-syntax = The file { $file } cannot be read at line { $line }, column { $column }: { $message }. Correct that spot.
