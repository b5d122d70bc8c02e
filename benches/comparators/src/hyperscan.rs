//! Hyperscan in block mode, through its C interface: with the leftmost start of every match, or with ends only.
#![expect(unsafe_code, reason = "the calls of a C library; the one file of the benchmarks that has any")]

use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_ulonglong, c_void};
use std::ptr::{self, NonNull};

use privet_benches::corpus::{Haystack, Mode};
use privet_benches::engine::Engine;
use privet_benches::report::Report;
use privet_benches::rules::Rules;

/// `HS_MODE_BLOCK`.
const BLOCK: c_uint = 1;

/// `HS_FLAG_SOM_LEFTMOST`.
const LEFTMOST: c_uint = 256;

/// What the library keeps to itself.
#[repr(C)]
struct Database {
    _private: [u8; 0],
}

#[repr(C)]
struct Scratch {
    _private: [u8; 0],
}

#[repr(C)]
struct CompileError {
    message: *const c_char,
    expression: c_int,
}

type OnEvent = extern "C" fn(c_uint, c_ulonglong, c_ulonglong, c_uint, *mut c_void) -> c_int;

#[link(name = "hs")]
unsafe extern "C" {
    fn hs_version() -> *const c_char;
    fn hs_compile_multi(
        expressions: *const *const c_char,
        flags: *const c_uint,
        ids: *const c_uint,
        elements: c_uint,
        mode: c_uint,
        platform: *const c_void,
        database: *mut *mut Database,
        error: *mut *mut CompileError,
    ) -> c_int;
    fn hs_free_compile_error(error: *mut CompileError) -> c_int;
    fn hs_alloc_scratch(database: *const Database, scratch: *mut *mut Scratch) -> c_int;
    fn hs_database_size(database: *const Database, size: *mut usize) -> c_int;
    fn hs_scratch_size(scratch: *const Scratch, size: *mut usize) -> c_int;
    fn hs_scan(
        database: *const Database,
        data: *const c_char,
        length: c_uint,
        flags: c_uint,
        scratch: *mut Scratch,
        on_event: OnEvent,
        context: *mut c_void,
    ) -> c_int;
    fn hs_free_scratch(scratch: *mut Scratch) -> c_int;
    fn hs_free_database(database: *mut Database) -> c_int;
}

/// The library's version and date.
pub fn version() -> String {
    // SAFETY: it returns a static string that ends with a zero.
    unsafe { CStr::from_ptr(hs_version()) }.to_string_lossy().into_owned()
}

/// Every end of every match.
pub fn ends(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Hyperscan::new(rules, false)?))
}

/// Every end of every match, with its leftmost start.
pub fn starts(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Hyperscan::new(rules, true)?))
}

struct Hyperscan {
    database: NonNull<Database>,
    scratch: NonNull<Scratch>,
    has_starts: bool,
}

/// Where an event goes.
struct Sink<'a> {
    report: &'a mut Report,
    /// Offset of the piece in the corpus.
    start: usize,
    has_starts: bool,
}

extern "C" fn on_event(rule: c_uint, from: c_ulonglong, to: c_ulonglong, _: c_uint, context: *mut c_void) -> c_int {
    // SAFETY: `scan` passes a sink that lives and is used by nobody else until the call returns.
    let sink = unsafe { &mut *context.cast::<Sink<'_>>() };
    let end = sink.start + to as usize;
    let start = if sink.has_starts { sink.start + from as usize } else { end };
    sink.report.add(rule as usize, start, end);
    0
}

impl Hyperscan {
    fn new(rules: &Rules, has_starts: bool) -> Result<Self, String> {
        let regexes = rules.regexes().into_iter().map(CString::new);
        let regexes = regexes.collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
        let expressions: Vec<*const c_char> = regexes.iter().map(|regex| regex.as_ptr()).collect();
        let flags = vec![if has_starts { LEFTMOST } else { 0 }; regexes.len()];
        let ids: Vec<c_uint> = (0..regexes.len() as c_uint).collect();
        let (mut database, mut error) = (ptr::null_mut(), ptr::null_mut());
        // SAFETY: three arrays of as many elements as are told, of strings that end with a zero and outlive the call;
        // a null platform is this machine; both results are written to.
        let code = unsafe {
            let (all, platform) = (regexes.len() as c_uint, ptr::null());
            let (expressions, flags, ids) = (expressions.as_ptr(), flags.as_ptr(), ids.as_ptr());
            hs_compile_multi(expressions, flags, ids, all, BLOCK, platform, &raw mut database, &raw mut error)
        };
        let database = NonNull::new(database).filter(|_| code == 0).ok_or_else(|| told(code, error))?;
        let mut scratch = ptr::null_mut();
        // SAFETY: the database was compiled, and a null scratch asks for a new one.
        let code = unsafe { hs_alloc_scratch(database.as_ptr(), &raw mut scratch) };
        let Some(scratch) = NonNull::new(scratch).filter(|_| code == 0) else {
            // SAFETY: nobody else has the database.
            unsafe { hs_free_database(database.as_ptr()) };
            return Err(format!("no scratch space: {code}"));
        };
        Ok(Self { database, scratch, has_starts })
    }

    fn scan(&mut self, start: usize, piece: &[u8], report: &mut Report) {
        let mut sink = Sink { report, start, has_starts: self.has_starts };
        let context = (&raw mut sink).cast::<c_void>();
        let (data, length) = (piece.as_ptr().cast::<c_char>(), piece.len() as c_uint);
        // SAFETY: database and scratch belong together and to this value alone, the piece is as long as is told, and the
        // sink outlives the call.
        let code =
            unsafe { hs_scan(self.database.as_ptr(), data, length, 0, self.scratch.as_ptr(), on_event, context) };
        // A search fails only on wrong arguments; a failed one would be told by what is missing, too.
        assert_eq!(code, 0, "hs_scan");
    }
}

/// What the compiler says is wrong.
fn told(code: c_int, error: *mut CompileError) -> String {
    if error.is_null() {
        return format!("error {code}");
    }
    // SAFETY: the compiler wrote an error with a message that ends with a zero, and it is freed once.
    unsafe {
        let message = CStr::from_ptr((*error).message).to_string_lossy().into_owned();
        let text = format!("pattern {}: {message}", (*error).expression);
        hs_free_compile_error(error);
        text
    }
}

impl Engine for Hyperscan {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            self.scan(start, piece, report);
        }
    }

    fn memory(&self) -> Option<usize> {
        let (mut database, mut scratch) = (0, 0);
        // SAFETY: both are alive, and both sizes are written to.
        let codes = unsafe {
            [
                hs_database_size(self.database.as_ptr(), &raw mut database),
                hs_scratch_size(self.scratch.as_ptr(), &raw mut scratch),
            ]
        };
        (codes == [0, 0]).then_some(database + scratch)
    }
}

impl Drop for Hyperscan {
    fn drop(&mut self) {
        // SAFETY: this value alone has them, and they are freed once.
        unsafe {
            hs_free_scratch(self.scratch.as_ptr());
            hs_free_database(self.database.as_ptr());
        }
    }
}
