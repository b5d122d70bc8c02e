//! The benchmarks as tests: every table in small, and the negative controls.

use privet_benches::data::Data;
use privet_benches::smoke;

#[test]
fn every_engine_finds_what_it_should_and_a_spoilt_one_is_told() {
    let told = smoke::run(&Data::load().unwrap(), &[]).unwrap();
    assert!(told.contains("spoilt"), "{told}");
}
