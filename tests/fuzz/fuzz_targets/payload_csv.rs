#![no_main]

use privet_tests::fuzz::payloads;

libfuzzer_sys::fuzz_target!(|data: &[u8]| payloads::laws(&payloads::CSV, data));
