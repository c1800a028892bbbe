package hooks

var program process

// Default returns the registry of the program: that of [Register] and
// [Unregister], which [Main] and [Exit] run. A test of code that registers
// hooks runs them by it, and a program that wants another [Profile] sets it
// there.
func Default() *Registry { return &program.registry }

// Register adds a hook to the [Default] registry. See [Registry.Register].
func Register(name string, hook func() error) { program.registry.Register(name, hook) }

// Unregister removes all hooks of the name from the [Default] registry. See
// [Registry.Unregister].
func Unregister(name string) int { return program.registry.Unregister(name) }

// Main calls main, runs the hooks, and ends the process with the status that
// main returned. It never returns, and is meant to be all of a func main:
//
//	func main() { hooks.Main(run) }
//
// The hooks run as well when main panics, when [Exit] is called, and on
// [os.Interrupt]; the package comment has it all. Main may be called once.
func Main(main func() int) { program.main(Options{}, main) }

// MainWith is [Main] with options.
func MainWith(o Options, main func() int) { program.main(o, main) }

// Exit runs the hooks and ends the process with the status. It never returns.
//
// On the goroutine of [Main] it first unwinds: deferred functions run, then
// hooks. They run as if main had returned, and as in Python the last Exit
// decides. On any other goroutine the hooks begin at once and no deferred
// function runs, as with os.Exit.
//
// In a hook, Exit ends the hook, which is reported with an [ExitError], and
// the status stays as it is. In any other place, when the program is ending
// already, it waits for that end.
//
// Exit works without Main too; then there is no grace period, no signal is
// listened to, and nothing unwinds.
func Exit(code int) { program.exit(code) }
