package app

// The page has one route, which takes any path: where its files are served
// from is the host's business.

var routes router

type router struct{ newComponent func() Composer }

// RouteWithRegexpFunc sets the component of every path. The pattern is ".*".
func RouteWithRegexpFunc(pattern string, newComponent func() Composer) {
	if pattern != ".*" {
		panic("this build has the route .* alone")
	}
	routes.newComponent = newComponent
}

func (r *router) createComponent(string) (Composer, bool) {
	if r.newComponent == nil {
		return nil, false
	}
	return r.newComponent(), true
}
