package json

// Values to write, which [Append] and [AppendPretty] take.

// StringOf returns s as a value.
func StringOf(s string) Node { return Node{Kind: String, Text: s} }

// NumberOf returns a finite f as a value.
func NumberOf(f float64) Node { return Node{Kind: Number, Text: string(AppendNumber(nil, f))} }

// BoolOf returns v as a value.
func BoolOf(v bool) Node {
	if v {
		return Node{Kind: Bool, Text: "true"}
	}
	return Node{Kind: Bool, Text: "false"}
}

// Literal returns a value whose text is a number already.
func Literal(digits string) Node { return Node{Kind: Number, Text: digits} }

// Add adds a member to an object.
func (n *Node) Add(name string, value Node) {
	n.Kind = Object
	n.Names = append(n.Names, StringOf(name))
	n.Items = append(n.Items, value)
}

// Append appends n in one line, with a space inside brackets and after
// commas and colons.
func Append(b []byte, n *Node) []byte {
	switch n.Kind {
	case Null:
		return append(b, "null"...)
	case Bool, Number:
		return append(b, n.Text...)
	case String:
		return AppendString(b, n.Text)
	}
	left, right := brackets(n)
	if len(n.Items) == 0 {
		return append(b, left, right)
	}
	b = append(b, left, ' ')
	for i := range n.Items {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = Append(appendName(b, n, i), &n.Items[i])
	}
	return append(b, ' ', right)
}

// lineWidth is how long a line may be before an array or object is written
// over several.
const lineWidth = 110

// AppendPretty appends n over as many lines as it takes, indented by two
// spaces from indent on. What fits a line stays on it, but for the document
// itself.
func AppendPretty(b []byte, n *Node, indent int) []byte {
	start := len(b)
	b = Append(b, n)
	if len(n.Items) == 0 || indent > 0 && len(b)-start+indent <= lineWidth {
		return b
	}
	left, right := brackets(n)
	b = append(b[:start], left)
	for i := range n.Items {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendName(newLine(b, indent+2), n, i)
		b = AppendPretty(b, &n.Items[i], indent+2)
	}
	return append(newLine(b, indent), right)
}

func brackets(n *Node) (left, right byte) {
	if n.Kind == Object {
		return '{', '}'
	}
	return '[', ']'
}

func appendName(b []byte, n *Node, i int) []byte {
	if n.Kind != Object {
		return b
	}
	return append(AppendString(b, n.Names[i].Text), ": "...)
}

func newLine(b []byte, indent int) []byte {
	b = append(b, '\n')
	for range indent {
		b = append(b, ' ')
	}
	return b
}
