//! A file that only its owner may use, replaced as a whole: after a crash it is the old one or the new one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::error::ErrorKind;
use crate::generate::name;

/// Longest file: some hundred thousand scopes.
const MOST: u64 = 64 << 20;

/// Most times that a file is read that is being replaced.
const MOST_READS: usize = 10;

/// Most times that a lock is asked for, and how long it is waited for in between: ten seconds in all.
const MOST_ASKS: u32 = 1000;
const BETWEEN: Duration = Duration::from_millis(10);

/// Reads a file that nobody but its owner may use.
pub(crate) fn read(path: &Path) -> Result<Zeroizing<String>, ErrorKind> {
    for _ in 1..MOST_READS {
        let text = read_once(path)?;
        // Zeros are what is left of a file that has just been replaced.
        if !text.as_bytes().contains(&0) {
            return Ok(text);
        }
    }
    read_once(path)
}

/// Writes a file that must not be there yet.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), ErrorKind> {
    let mut file = match private().create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(ErrorKind::Exists),
        file => file?,
    };
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if let Err(error) = written {
        // Half a file would be taken for keys that there are.
        let _ = fs::remove_file(path);
        return Err(error.into());
    }
    sync_folder(path)?;
    Ok(())
}

/// A file that another one has taken the place of.
#[must_use]
pub(crate) struct Replaced {
    old: File,
    path: PathBuf,
}

/// Puts a file with that text in the place of the one at `path`. The old one is to be overwritten.
pub(crate) fn replace(path: &Path, text: &str) -> Result<Replaced, ErrorKind> {
    // The file itself, where the path is a link to it.
    let path = fs::canonicalize(path)?;
    let old = OpenOptions::new().write(true).open(&path)?;
    let new = sibling(&path, &format!(".{}.new", name::<8>()?));
    let mut file = private().create_new(true).open(&new)?;
    let written = take_over(&old, &file)
        .and_then(|()| file.write_all(text.as_bytes()))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&new, &path));
    if let Err(error) = written {
        let _ = fs::remove_file(&new);
        return Err(error.into());
    }
    Ok(Replaced { old, path })
}

impl Replaced {
    /// Puts zeros, on the disk, in the place of what there was, when the new file is sure to last.
    pub(crate) fn overwrite(mut self) -> io::Result<()> {
        sync_folder(&self.path)?;
        let len = self.old.metadata()?.len();
        self.old.rewind()?;
        io::copy(&mut io::repeat(0).take(len), &mut self.old)?;
        self.old.sync_all()
    }
}

/// Holds off other processes that change the file, until it is dropped.
pub(crate) fn lock(path: &Path) -> Result<File, ErrorKind> {
    // The file itself is replaced by each change: the lock is beside it.
    let path = fs::canonicalize(path)?;
    let file = private().create(true).truncate(false).open(sibling(&path, ".lock"))?;
    for _ in 0..MOST_ASKS {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => sleep(BETWEEN),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "another process has held the lock of this file for ten seconds")
        .into())
}

fn read_once(path: &Path) -> Result<Zeroizing<String>, ErrorKind> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(ErrorKind::NoFile);
    }
    check_private(&metadata)?;
    if metadata.len() > MOST {
        return Err(ErrorKind::TooLong(MOST));
    }
    // Of the whole size, so that no piece of it stays behind where it grew from.
    let mut text = Zeroizing::new(String::with_capacity(metadata.len() as usize + 1));
    file.take(metadata.len()).read_to_string(&mut text)?;
    Ok(text)
}

/// `path` with an ending more: a file of the same folder, so that it can be moved over the other.
fn sibling(path: &Path, ending: &str) -> PathBuf {
    let mut sibling = path.as_os_str().to_owned();
    sibling.push(ending);
    sibling.into()
}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

#[cfg(not(unix))]
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    options
}

#[cfg(unix)]
fn check_private(metadata: &fs::Metadata) -> Result<(), ErrorKind> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = metadata.permissions().mode() & 0o7777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(ErrorKind::Open(mode)) }
}

#[cfg(not(unix))]
fn check_private(_metadata: &fs::Metadata) -> Result<(), ErrorKind> {
    Ok(())
}

/// Gives a new file the owner and the permissions of the old one: who changes the keys need not be who uses them.
#[cfg(unix)]
fn take_over(old: &File, new: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let (before, after) = (old.metadata()?, new.metadata()?);
    if (before.uid(), before.gid()) != (after.uid(), after.gid()) {
        fchown(new, Some(before.uid()), Some(before.gid()))?;
    }
    new.set_permissions(before.permissions())
}

#[cfg(not(unix))]
fn take_over(_old: &File, _new: &File) -> io::Result<()> {
    Ok(())
}

/// Makes a new name in a folder last.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_bytes_are_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["keys", "other name"].map(|name| folder.path().join(name));
        create(&path, "the old text").unwrap();
        fs::hard_link(&path, &other).unwrap();
        replace(&path, "new").unwrap().overwrite().unwrap();
        assert_eq!(*read(&path).unwrap(), "new");
        assert_eq!(fs::read(&other).unwrap(), [0; "the old text".len()]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn a_file_is_not_created_twice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        create(&path, "text").unwrap();
        assert!(matches!(create(&path, "other"), Err(ErrorKind::Exists)));
        assert_eq!(*read(&path).unwrap(), "text");
        assert!(matches!(read(folder.path()), Err(ErrorKind::NoFile | ErrorKind::File(_))));
    }

    #[test]
    #[cfg(unix)]
    fn others_may_not_use_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        create(&path, "text").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        for mode in [0o640, 0o604, 0o610, 0o602] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert!(matches!(read(&path), Err(ErrorKind::Open(seen)) if seen == mode));
        }
        for mode in [0o600, 0o400] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(*read(&path).unwrap(), "text");
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let [path, link] = ["keys", "link"].map(|name| folder.path().join(name));
        create(&path, "text").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        replace(&link, "new").unwrap().overwrite().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(*read(&path).unwrap(), "new");
    }
}
