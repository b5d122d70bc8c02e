//! What each stage of the pipeline costs: runs up to a stage, whose difference to the run before is the stage.
#![forbid(unsafe_code)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use privet_benches::corpus::Corpus;
use privet_benches::data::Data;
use privet_benches::engine::{Privet, backends};
use privet_benches::rules::Rules;
use privet_core::{Scratch, Stage};

/// Bytes of each text: they stay in a cache, so that stages are compared and not memories.
const BYTES: usize = 256 << 10;

fn stages(criterion: &mut Criterion) {
    let data = Data::load().expect("the data is tested");
    for rules in ["shipped", "fifty_full"] {
        let rules = Rules::build(&data, rules).expect("the data is tested");
        for corpus in ["events", "events_clean", "dense"] {
            let text = Corpus::generate(corpus, 7, BYTES).expect("the data is tested");
            let haystack = text.haystack();
            let mut group = criterion.benchmark_group(format!("{}/{corpus}", rules.id));
            group.throughput(Throughput::Bytes(haystack.bytes.len() as u64)).sample_size(20);
            for backend in backends() {
                let privet = Privet::redacting(&rules, backend).expect("the data is tested");
                let mut scratch = Scratch::new();
                for stage in Stage::ALL {
                    group.bench_function(BenchmarkId::new(stage.as_str(), backend.as_str()), |bencher| {
                        bencher.iter(|| {
                            let lines = haystack.lines.iter().map(|&(start, end)| &haystack.bytes[start..end]);
                            lines.map(|line| privet.core().run_to(stage, black_box(line), &mut scratch)).sum::<usize>()
                        });
                    });
                }
                group.bench_function(BenchmarkId::new("redact", backend.as_str()), |bencher| {
                    bencher.iter(|| {
                        let lines = haystack.lines.iter().map(|&(start, end)| &haystack.bytes[start..end]);
                        lines
                            .map(|line| privet.core().redact(black_box(line), &mut scratch).bytes().len())
                            .sum::<usize>()
                    });
                });
            }
        }
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
