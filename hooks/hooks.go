// Package hooks is Python's atexit for Go: functions that run when a program
// ends, last in, first out.
//
//	func main() { hooks.Main(run) }
//
//	func run() int {
//		db := openDB()
//		hooks.Register("close the database", db.Close)
//		…
//		return 0 // or hooks.Exit(3), or a panic, or Ctrl-C
//	}
//
// The last registered runs first because what is set up later may rely on
// what was set up before it, and so must be taken down before it.
//
// A [Registry] is a list of hooks to run whenever you like. [Register],
// [Main] and [Exit] are about the one of the program.
//
// # What runs hooks, and what does not
//
// This is a program whose func main is hooks.Main(run), and the same one in
// Python. Minus a number is death by that signal, as Python's subprocess puts
// it; a shell shows 128 plus the number.
//
//	what ends the program              hooks  status    in Python, if different
//	run returns n                      run    n
//	Exit(n), run's goroutine           run    n
//	Exit(n), another goroutine         run    n         ends that thread only
//	message on stderr, then Exit(1)    run    1         (that is sys.exit("message"))
//	panic, run's goroutine             run    2         1; both after the stack trace
//	panic, another goroutine           no     2         ends that thread only
//	runtime.Goexit in run              the program goes on without it
//	nil dereference (a panic)          run    2         None.x is 1; a segmentation fault −11, no hooks
//	stack overflow                     no     2         RecursionError: run, 1
//	fatal error (races in maps, …)     no     2         Py_FatalError, os.abort: no, −6
//	os.Exit(n), log.Fatal              no     n, 1      (os._exit(n))
//	SIGINT, Ctrl-C                     run    −2        the same, after a traceback
//	SIGINT ignored at the start        the program goes on
//	SIGTERM, SIGHUP                    no     −15, −1
//	SIGTERM in Options.Signals         run    −15       (a handler that calls sys.exit(143))
//	SIGTERM, own handler: Exit(0)      run    0
//	SIGTERM, own handler that returns  the program goes on
//	SIGQUIT, SIGABRT                   no     2         −3, −6
//	SIGUSR1, SIGALRM, …                the program goes on; in Python no, −n
//	SIGPIPE, on stdout or stderr       no     −13       BrokenPipeError: run, 1
//	SIGKILL                            no     −9
//	syscall.Exec                       no     that of the new program
//	return from func main, no Main     no     0         (it has nothing like Main)
//
// A status is cut to 8 bits on Unix: 256 is 0 and −1 is 255, as in Python.
// Where a process cannot kill itself, as process 1 of a container, a signal
// makes the status 128 plus its number; on Windows it is
// STATUS_CONTROL_C_EXIT, as Python's.
//
// The program ends once. The first to come to its end decides the status and
// runs the hooks; whoever else calls Exit meanwhile, or returns from run,
// waits for that end. A first signal that comes while hooks run changes
// nothing. A second one, counted from the start of the program, ends it at
// once.
//
// # Compared with defer, os.Exit and log.Fatal
//
//	                       deferred functions     hooks
//	belong to              a function             the program
//	run at                 its return, a panic    the end of the program
//	order                  last in, first out     last in, first out
//	os.Exit, log.Fatal     skipped                skipped
//	return, panic in run   run                    run, after those
//	Exit in run            run                    run, after those
//	Exit elsewhere         skipped                run
//	Ctrl-C                 skipped                run
//	taken back             never                  Unregister
//	one panics             the others run         it is reported, the others run
//
// Ctrl-C, and Exit on another goroutine, cannot unwind run: the hooks begin
// while it still runs.
//
// So defer what belongs to a function, and register what belongs to the
// program. Nothing can be done about log.Fatal in other people's code; in
// your own, write log.Print and [Exit](1).
//
// A panic of another goroutine ends a Go program on the spot. One that should
// not lose the hooks ends with
//
//	defer func() {
//		if v := recover(); v != nil {
//			log.Printf("%v\n%s", v, debug.Stack())
//			hooks.Exit(2)
//		}
//	}()
//
// # Slow hooks
//
// Python waits for a hook as long as it takes. Nobody else does: docker stop
// sends SIGTERM and 10 seconds later SIGKILL, Kubernetes after 30.
// [Options].Grace is a limit of your own, below theirs: when it is over, what
// has not run is reported, and the program ends.
//
//	hooks.MainWith(hooks.Options{
//		Signals: []os.Signal{os.Interrupt, syscall.SIGTERM},
//		Grace:   8 * time.Second,
//	}, run)
//
// # What is safe from where
//
// All functions and methods may be called from any goroutine and from hooks.
// Hooks run one after another, on a goroutine each, while all other
// goroutines go on; a hook that needs something from another goroutine, such
// as for run to return, can wait for it. Main waits for no goroutine but
// run's: use a sync.WaitGroup there, as Python joins threads before hooks.
//
// In a hook, Register is too late, Unregister stops a pending hook (up to
// Python 3.13, see [Profile]), Exit ends that hook only, and os.Exit ends the
// program without the others. A hook that locks what the caller of Exit holds
// locked waits for ever, or until the grace period is over.
//
// os.Stdout keeps nothing back, but a bufio.Writer does. Register its Flush
// before the hooks that write to it: it will run after them.
//
// # Cost
//
// With n hooks registered, Register, Clear and Len are O(1), Unregister is
// O(n), Run is O(n log n) and starts no goroutine. At the end of the program
// each hook has a goroutine.
//
// # Python's names
//
//	atexit.register(f, …)     Register(name, f)
//	atexit.unregister(f)      Unregister(name)
//	atexit._run_exitfuncs()   Default().Run(ctx, report)
//	atexit._ncallbacks()      Default().Len()
//	atexit._clear()           Default().Clear()
//	sys.exit(n)               Exit(n)
//	os._exit(n)               os.Exit(n)
//	sys.unraisablehook        Options.Report
//
// # Differences
//
// What a random program registers, unregisters, clears and runs, in hooks or
// not, runs here in the order it does in CPython; the tests compare them.
//
// Unlike Python's atexit, a hook is known by a name, because Go functions
// cannot be compared; it takes its arguments by closing over them; Register
// returns nothing, there being no decorators; and a hook fails by returning
// an error or by a panic.
//
// Unlike Python's atexit, [Registry.Len] does not count the empty places of
// unregistered hooks: that is an accident of CPython up to 3.13. Unregister
// tells how many it removed.
//
// Unlike Python's atexit, hooks that were registered too late, and so never
// ran, are reported. They are nearly always a mistake.
//
// Unlike in Python, Ctrl-C does not end the hook that runs, because a
// goroutine cannot be ended from outside. A second one ends the program.
//
// Unlike in Python, Exit ends the program from every goroutine: what the
// others call the end of a goroutine, Go calls return.
//
// What Go does not have needs no hooks: no fork and no multiprocessing that
// inherit them, no subinterpreters (several registries are as much apart), no
// module teardown, and no weakref.finalize at exit. Threads that hooks start
// are goroutines; they may be started in every version, and end with the
// program.
package hooks
