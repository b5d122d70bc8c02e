//! Whose a value is: the text of the field that says so, in the object that holds the value or in one around it.

use super::render::{NodeId, Rendering};
use crate::span::Span;

/// No leaf.
const NONE: u32 = u32::MAX;

/// The values of one rendering by their names. Buffers are kept between payloads.
#[derive(Default)]
pub(crate) struct Subjects {
    /// The nodes, by their container and their name, and of equal ones in the order of the text.
    by_name: Vec<NodeId>,
    /// The leaf of each node; none for containers.
    leaves: Vec<u32>,
}

impl Subjects {
    /// Takes in a rendering, in place of the last one.
    ///
    /// Cost: a sort of its values.
    pub(crate) fn fill(&mut self, rendering: &Rendering) {
        let nodes = || (0..rendering.nodes() as u32).map(NodeId);
        self.leaves.clear();
        self.leaves.resize(rendering.nodes(), NONE);
        for (index, leaf) in rendering.leaves().iter().enumerate() {
            let leaf_of = &mut self.leaves[leaf.node.0 as usize];
            *leaf_of = (*leaf_of).min(index as u32);
        }
        // A key is a leaf of the container that it is in.
        for node in nodes() {
            if let Some(parent) = rendering.parent(node) {
                self.leaves[parent.0 as usize] = NONE;
            }
        }
        self.by_name.clear();
        self.by_name.extend(nodes().filter(|&node| rendering.parent(node).is_some()));
        self.by_name.sort_by_key(|&node| (rendering.parent(node).map(|parent| parent.0), rendering.name(node)));
    }

    /// The text of the field at `path` that is the nearest to the leaf of that index: in the innermost container that has
    /// one. An empty text, and null, name nobody.
    ///
    /// Cost: for each container around the leaf, a search for each name of the path.
    pub(crate) fn nearest<'r>(
        &self,
        rendering: &'r Rendering,
        leaf: usize,
        path: &[impl AsRef<[u8]>],
    ) -> Option<&'r [u8]> {
        let mut around = Some(rendering.leaves()[leaf].node);
        while let Some(container) = around {
            let field = path.iter().try_fold(container, |node, name| self.child(rendering, node, name.as_ref()));
            let leaf = field.map(|field| self.leaves[field.0 as usize]).filter(|&leaf| leaf != NONE);
            if let Some(leaf) = leaf {
                let text = &rendering.text()[rendering.leaves()[leaf as usize].text.range()];
                return Some(text).filter(|text| !text.is_empty() && *text != b"null");
            }
            around = rendering.parent(container);
        }
        None
    }

    /// The first value of that name in a container.
    fn child(&self, rendering: &Rendering, container: NodeId, name: &[u8]) -> Option<NodeId> {
        let key = |node: NodeId| (rendering.parent(node).map(|parent| parent.0), rendering.name(node));
        let wanted = (Some(container.0), name);
        let first = self.by_name.partition_point(|&node| key(node) < wanted);
        self.by_name.get(first).copied().filter(|&node| key(node) == wanted)
    }
}

/// The leaf that the byte of the payload at `span` is of, if any.
pub(crate) fn leaf_at(rendering: &Rendering, span: Span) -> Option<usize> {
    let leaves = rendering.leaves();
    let past = leaves.partition_point(|leaf| leaf.raw.start <= span.start);
    past.checked_sub(1).filter(|&index| leaves[index].raw.end > span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::Format;

    /// Whose the value at `@` is.
    fn subject(format: Format, marked: &str, path: &str) -> Option<String> {
        let Format::Structured(structured) = format else { panic!("a format with a walk") };
        let (text, at) = (marked.replace('@', ""), marked.find('@').unwrap());
        let mut rendering = Rendering::default();
        structured.render(text.as_bytes(), &mut rendering).unwrap();
        let mut subjects = Subjects::default();
        subjects.fill(&rendering);
        let leaf = leaf_at(&rendering, Span::new(at, at + 1))?;
        let path: Vec<&str> = path.split('.').collect();
        subjects.nearest(&rendering, leaf, &path).map(|text| String::from_utf8(text.to_vec()).unwrap())
    }

    #[test]
    fn the_nearest_field_is_the_subject() {
        for (marked, path, expected) in [
            (r#"{"id":7,"born":"@x"}"#, "id", Some("7")),
            (r#"{"born":"@x","id":"a\u0062"}"#, "id", Some("ab")),
            (r#"{"id":1,"list":[{"id":2,"born":"x"},{"id":3,"born":"@x"}]}"#, "id", Some("3")),
            (r#"{"id":1,"list":[{"born":"@x"},{"id":3}]}"#, "id", Some("1")),
            (r#"{"user":{"id":1},"event":{"born":["@x"]}}"#, "user.id", Some("1")),
            (r#"{"user":{"id":1}} {"user":{"id":2},"born":"@x"}"#, "user.id", Some("2")),
            (r#"{"id":{"x":1},"born":"@x"}"#, "id", None),
            (r#"{"id":[1],"born":"@x"}"#, "id", None),
            (r#"{"id":null,"born":"@x"}"#, "id", None),
            (r#"{"id":"","born":"@x"}"#, "id", None),
            (r#"{"ID":1,"born":"@x"}"#, "id", None),
            (r#"{"id":1,"id":2,"born":"@x"}"#, "id", Some("1")),
            (r#"{"id":1,"bo@rn":"x"}"#, "id", Some("1")),
        ] {
            assert_eq!(subject(Format::json(), marked, path).as_deref(), expected, "{marked} {path}");
        }
    }

    #[test]
    fn rows_lines_and_elements_have_their_own() {
        let rows = "id,born\n1,x\n2,@x\n";
        assert_eq!(subject(Format::by_name("csv").unwrap(), rows, "id").as_deref(), Some("2"));
        assert_eq!(subject(Format::logfmt(), "id=1 born=x\nborn=@x id=2\n", "id").as_deref(), Some("2"));
        assert_eq!(subject(Format::form(), "id=1&born=@x", "id").as_deref(), Some("1"));
        assert_eq!(subject(Format::xml(), "<p><id>1</id><born>@x</born></p>", "id").as_deref(), Some("1"));
    }
}
