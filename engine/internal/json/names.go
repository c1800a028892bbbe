package json

// fewNames is how many names are compared one by one. An object with more
// gets a map, so that very many do not take quadratic time.
const fewNames = 16

// A nameSet knows the names that an object has given so far.
type nameSet struct {
	many map[string]bool
}

// has reports whether name is one of names, and from then on counts it as one.
func (s *nameSet) has(name string, names []Node) bool {
	if s.many == nil && len(names) < fewNames {
		for i := range names {
			if names[i].Text == name {
				return true
			}
		}
		return false
	}
	if s.many == nil {
		s.many = make(map[string]bool)
		for i := range names {
			s.many[names[i].Text] = true
		}
	}
	known := s.many[name]
	s.many[name] = true
	return known
}
