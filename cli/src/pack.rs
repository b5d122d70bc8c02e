//! Files that are packed, by their extension: gzip and zstd, read and written as they stream by.

use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

/// Bytes of a frame of zstd that is written.
const FRAME: usize = 1 << 20;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Gzip,
    Zstd,
}

/// By the extension.
pub fn of(path: &Path) -> Option<Packing> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match &*extension {
        "gz" => Some(Packing::Gzip),
        "zst" => Some(Packing::Zstd),
        _ => None,
    }
}

/// Unpacks a file as its extension says. What is cut off or damaged is an error, behind all that was read before.
pub fn reader(path: &Path, file: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    match of(path) {
        None => Box::new(file),
        Some(Packing::Gzip) => Box::new(Gunzip(MultiGzDecoder::new(BufReader::new(file)))),
        Some(Packing::Zstd) => {
            Box::new(Frames { input: BufReader::new(file), decoder: FrameDecoder::new(), open: false })
        }
    }
}

/// Packs a file as its extension says.
pub fn writer(path: &Path, file: impl Write + 'static) -> Box<dyn Pack> {
    match of(path) {
        None => Box::new(Plain(file)),
        Some(Packing::Gzip) => Box::new(Gzip(GzEncoder::new(file, Compression::default()))),
        Some(Packing::Zstd) => Box::new(Zstd { file, held: Vec::new(), written: false }),
    }
}

/// Takes bytes and writes them, packed or as they are.
pub trait Pack {
    /// Takes bytes; what is not packed is written at once.
    fn take(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Writes all that is left.
    fn finish(&mut self) -> io::Result<()>;
}

/// Bytes as they are.
pub struct Plain<W>(pub W);

impl<W: Write> Pack for Plain<W> {
    fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)?;
        self.0.flush()
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

struct Gzip<W: Write>(GzEncoder<W>);

impl<W: Write> Pack for Gzip<W> {
    fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.try_finish()?;
        self.0.get_mut().flush()
    }
}

/// Frames one after the other, each of which can be read by itself.
struct Zstd<W> {
    file: W,
    held: Vec<u8>,
    /// A file without a frame would be no file of zstd.
    written: bool,
}

impl<W: Write> Zstd<W> {
    fn frame(&mut self) -> io::Result<()> {
        self.written = true;
        let frame = compress_to_vec(&self.held[..], CompressionLevel::Fastest);
        self.held.clear();
        self.file.write_all(&frame)
    }
}

impl<W: Write> Pack for Zstd<W> {
    fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        for bytes in bytes.chunks(FRAME) {
            self.held.extend_from_slice(bytes);
            if self.held.len() >= FRAME {
                self.frame()?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        if !self.held.is_empty() || !self.written {
            self.frame()?;
        }
        self.file.flush()
    }
}

/// Says of what is wrong that it is.
struct Gunzip<R>(MultiGzDecoder<R>);

impl<R: io::BufRead> Read for Gunzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => broken("the gzip ends too early"),
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => broken("the gzip is damaged"),
            _ => error,
        })
    }
}

/// All frames of a file of zstd.
struct Frames<R> {
    input: BufReader<R>,
    decoder: FrameDecoder,
    /// A frame is being read.
    open: bool,
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.open && !self.start()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = ruzstd::decoding::BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.input, one).map_err(|_| self.wrong())?;
            }
            let len = self.decoder.read(buffer)?;
            if len > 0 {
                return Ok(len);
            }
            let (said, is) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
            if said.is_some() && said != is {
                return Err(broken("the zstd is damaged"));
            }
            self.open = false;
        }
        Ok(0)
    }
}

impl<R: Read> Frames<R> {
    /// Starts the next frame; false at the end of the file.
    fn start(&mut self) -> io::Result<bool> {
        while !self.input.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.input) {
                Ok(()) => {
                    self.open = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let skipped = io::copy(&mut (&mut self.input).take(length.into()), &mut io::sink())?;
                    if skipped < length.into() {
                        return Err(self.wrong());
                    }
                }
                Err(FrameDecoderError::WindowSizeTooBig { .. }) => {
                    return Err(broken("the window of the zstd is too large"));
                }
                Err(_) => return Err(self.wrong()),
            }
        }
        Ok(false)
    }

    fn wrong(&mut self) -> io::Error {
        let ended = self.input.fill_buf().is_ok_and(<[u8]>::is_empty);
        broken(if ended { "the zstd ends too early" } else { "the zstd is damaged" })
    }
}

fn broken(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a name's packing makes of a text.
    fn packed(name: &str, text: &[u8]) -> Vec<u8> {
        let (path, file) = (Path::new(name), std::rc::Rc::new(std::cell::RefCell::new(Vec::new())));
        struct Shared(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);
        impl Write for Shared {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.borrow_mut().write(bytes)
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut pack = writer(path, Shared(file.clone()));
        for bytes in text.chunks(1000) {
            pack.take(bytes).unwrap();
        }
        pack.finish().unwrap();
        file.take()
    }

    fn unpacked(name: &str, packed: Vec<u8>) -> (Vec<u8>, Option<String>) {
        let mut out = Vec::new();
        let read = reader(Path::new(name), io::Cursor::new(packed)).read_to_end(&mut out);
        (out, read.err().map(|error| error.to_string()))
    }

    #[test]
    fn what_is_packed_comes_back() {
        let long: Vec<u8> = (0..3_000_000_u32).map(|at| (at / 7).wrapping_mul(at) as u8).collect();
        for name in ["a", "a.gz", "a.ZST"] {
            for text in [&b""[..], b"one line\n", &long] {
                let twice = [packed(name, text), packed(name, text)].concat();
                assert!(unpacked(name, twice) == ([text, text].concat(), None), "{name}");
            }
        }
    }

    #[test]
    fn what_is_cut_off_or_damaged_is_told_behind_what_was_read() {
        let text: Vec<u8> = (0..100_000_u32).flat_map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        for (name, packing) in [("a.gz", "gzip"), ("a.zst", "zstd")] {
            let packed = packed(name, &text);
            let (out, error) = unpacked(name, packed[..packed.len() - 9].to_vec());
            assert!(text.starts_with(&out) && out.len() > text.len() / 2, "{name}: {} bytes", out.len());
            assert_eq!(error.unwrap(), format!("the {packing} ends too early"));
            let mut damaged = packed.clone();
            let last = damaged.len() - 3;
            damaged[last] ^= 1;
            let error = unpacked(name, damaged).1;
            assert_eq!(error, Some(format!("the {packing} is damaged")));
            assert!(unpacked(name, b"no packing at all".to_vec()).1.is_some());
        }
    }
}
