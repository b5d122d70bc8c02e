//! A stream in chunks of several sizes: what holding back costs.
#![forbid(unsafe_code)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use privet_benches::corpus::Corpus;
use privet_benches::data::Data;
use privet_benches::engine::Privet;
use privet_benches::rules::Rules;
use privet_core::{Backend, StreamFilter};

const BYTES: usize = 256 << 10;

fn stream(criterion: &mut Criterion) {
    let data = Data::load().expect("the data is tested");
    let rules = Rules::build(&data, "shipped").expect("the data is tested");
    let privet = Privet::redacting(&rules, Backend::default()).expect("the data is tested");
    for corpus in ["events", "prose"] {
        let text = Corpus::generate(corpus, 7, BYTES).expect("the data is tested");
        let bytes = text.haystack().bytes;
        let mut group = criterion.benchmark_group(format!("stream/{corpus}"));
        group.throughput(Throughput::Bytes(bytes.len() as u64)).sample_size(10);
        for size in [64, 1 << 10, 16 << 10, BYTES] {
            group.bench_with_input(BenchmarkId::from_parameter(size), &size, |bencher, &size| {
                let mut out = Vec::with_capacity(2 * BYTES);
                bencher.iter(|| {
                    out.clear();
                    let mut filter = StreamFilter::new(privet.core());
                    bytes.chunks(size).for_each(|chunk| filter.push(black_box(chunk), &mut out));
                    filter.finish(&mut out);
                    out.len()
                });
            });
        }
    }
}

criterion_group!(benches, stream);
criterion_main!(benches);
