//! What the algorithm asks of an instruction set.

/// An instruction set. A value of the type proves that this processor has it, so that its methods are safe where they
/// take no pointers.
pub(in crate::scan) trait Isa: Copy {
    /// A register of bytes.
    type Vector: Copy;
    /// Classes of the bytes of a vector, ready to be looked up.
    type Classes: Copy;
    /// A table that is looked up by class.
    type Table: Copy;
    /// The map from bytes to classes, ready for [`Isa::classify`].
    type Map: Copy;

    /// Bytes of a vector, at most 64.
    const LANES: usize;
    /// Classes of bytes that a table tells apart. Class 0 is that of controls, of what is not ASCII, and of the edge.
    const CLASSES: usize;

    /// How the buffer of classes holds one.
    fn code(class: u8) -> u8;

    /// # Safety
    ///
    /// [`Isa::LANES`] bytes can be read.
    unsafe fn load(self, from: *const u8) -> Self::Vector;

    /// # Safety
    ///
    /// [`Isa::LANES`] bytes can be written.
    unsafe fn store(self, to: *mut u8, vector: Self::Vector);

    /// Zero in every lane.
    fn zero(self) -> Self::Vector;

    fn and(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;

    /// The map for [`Isa::classify`], from the code of the class of each ASCII byte.
    fn map(self, codes: &[u8; 128]) -> Self::Map;

    /// The code of every byte's class; 0 for what is not ASCII.
    fn classify(self, map: Self::Map, bytes: Self::Vector) -> Self::Vector;

    /// Makes codes ready for any number of tables.
    fn classes(self, codes: Self::Vector) -> Self::Classes;

    /// The table of those entries, of which the first [`Isa::CLASSES`] count.
    fn table(self, entries: &[u8; 64]) -> Self::Table;

    /// The entry of every class.
    fn look_up(self, table: Self::Table, classes: Self::Classes) -> Self::Vector;

    fn or(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;

    /// That byte in every lane.
    fn splat(self, byte: u8) -> Self::Vector;

    /// A bit for each lane that is one of `many` bytes from `first` on.
    fn within(self, vector: Self::Vector, first: u8, many: u8) -> u64;

    /// A bit for each lane that is not zero.
    fn test(self, vector: Self::Vector) -> u64;
}
