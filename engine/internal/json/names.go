package json

// manyNames is how many names are compared one by one; an object with more
// gets a map, so that one with very many takes no quadratic time.
const manyNames = 16

// A nameSet holds the names of an object while it is read.
type nameSet struct {
	parser *parser
	few    [manyNames]int // their nodes
	count  int
	many   map[string]bool
}

// add adds the name that is a node, unless it is there already.
func (s *nameSet) add(index int) (added bool) {
	name := s.text(index)
	if s.many != nil {
		if s.many[name] {
			return false
		}
		s.many[name] = true
		return true
	}
	for _, other := range s.few[:s.count] {
		if s.text(other) == name {
			return false
		}
	}
	if s.count < manyNames {
		s.few[s.count] = index
		s.count++
		return true
	}
	s.many = map[string]bool{name: true}
	for _, other := range s.few {
		s.many[s.text(other)] = true
	}
	return true
}

func (s *nameSet) text(index int) string {
	doc := document{s.parser.text, s.parser.nodes}
	text, _ := Value{&doc, uint32(index)}.Text()
	return text
}
