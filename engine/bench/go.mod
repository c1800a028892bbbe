// A module of its own, so that who uses lastcall/engine does not download what
// it is compared with.
module lastcall/engine/bench

go 1.26

require (
	github.com/jonboulle/clockwork v0.5.0
	lastcall v0.0.0
)

replace lastcall => ../..
