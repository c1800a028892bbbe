package scenario

// A Step is one thing that a program does. Its type is the verb.
type Step interface{ verb() string }

// The verbs, named as in the document.
type (
	// Print writes a line to stdout. {0} and {name} in Text stand for the
	// arguments of the action or hook, {{ and }} for braces.
	Print struct{ Text string }

	// Work lets Units pass; the one thread is busy.
	Work struct{ Units float64 }

	// Enter enters an event: enter or enterabs.
	Enter struct {
		Event    string
		When     When
		Priority *float64 // if nil, the event's own
		With     Arguments
	}

	// Cancel takes the latest entry of an event off the queue; ValueError if
	// it is not there.
	Cancel struct{ Event string }

	// Register registers a hook once more.
	Register struct {
		Hook string
		With Arguments
	}

	// Unregister removes all registrations of a hook, silently if none.
	Unregister struct{ Hook string }

	// Raise raises an exception of the built-in class Type.
	Raise struct {
		Type    string
		Message *string // nil: raised without arguments
	}

	// Exit is sys.exit(Code): an integer, a string or null.
	Exit struct{ Code Value }

	// HardExit is os._exit(Code): an integer.
	HardExit struct{ Code Value }

	// Abort is os.abort().
	Abort struct{}

	// Kill sends a signal to the program itself, at once.
	Kill struct{ Signal Signal }
)

func (Print) verb() string      { return "print" }
func (Work) verb() string       { return "work" }
func (Enter) verb() string      { return "enter" }
func (Cancel) verb() string     { return "cancel" }
func (Register) verb() string   { return "register" }
func (Unregister) verb() string { return "unregister" }
func (Raise) verb() string      { return "raise" }
func (Exit) verb() string       { return "exit" }
func (HardExit) verb() string   { return "_exit" }
func (Abort) verb() string      { return "abort" }
func (Kill) verb() string       { return "kill" }

// Verb returns a step's verb as it stands in the document.
func Verb(s Step) string { return s.verb() }
