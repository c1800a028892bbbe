package hooks_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"lastcall/hooks"
)

// A database stands for anything that must be closed.
type database struct{ name string }

func (d database) Close() error { fmt.Println("closing", d.name); return nil }

// A test of code that registers hooks runs them by hand.
func ExampleRegister() {
	db := database{"orders"}
	hooks.Register("close the database", db.Close)
	hooks.Register("say goodbye", func() error {
		fmt.Println("goodbye")
		return nil
	})

	hooks.Default().Run(context.Background(), nil)
	// Output:
	// goodbye
	// closing orders
}

// What is closed early need not be closed at the end.
func ExampleUnregister() {
	db, log := database{"orders"}, database{"log"}
	hooks.Register("orders", db.Close)
	hooks.Register("log", log.Close)

	db.Close()
	fmt.Println("removed:", hooks.Unregister("orders"))

	fmt.Println("the end")
	hooks.Default().Run(context.Background(), nil)
	// Output:
	// closing orders
	// removed: 1
	// the end
	// closing log
}

// A hook that fails is reported, and the others run.
func ExampleRegistry_Run() {
	var r hooks.Registry
	r.Register("first", func() error { fmt.Println("first"); return nil })
	r.Register("broken", func() error { return errors.New("disk full") })
	r.Register("worse", func() error { panic("index out of range") })

	r.Run(context.Background(), func(name string, err error) {
		fmt.Printf("%s: %v\n", name, err)
	})
	// Output:
	// worse: panic: index out of range
	// broken: disk full
	// first
}

// When the context is done, no more hooks are started. A hook that may take
// long looks at the context, too.
func ExampleRegistry_Run_limit() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()

	var r hooks.Registry
	r.Register("sync", func() error { fmt.Println("not reached"); return nil })
	r.Register("upload", func() error {
		<-ctx.Done()
		return ctx.Err()
	})

	skipped := r.Run(ctx, func(name string, err error) { fmt.Printf("%s: %v\n", name, err) })
	fmt.Println("skipped:", skipped)
	// Output:
	// upload: context deadline exceeded
	// skipped: [sync]
}

// Python 3.14 changed what it means to unregister a hook when hooks run.
func ExampleProfile() {
	for _, profile := range []hooks.Profile{hooks.Python313, hooks.Python314} {
		r := hooks.Registry{Profile: profile}
		r.Register("pending", func() error { fmt.Println("pending ran"); return nil })
		r.Register("running", func() error {
			fmt.Println("unregistered:", r.Unregister("pending"))
			return nil
		})
		r.Run(context.Background(), nil)
	}
	// Output:
	// unregistered: 1
	// unregistered: 1
	// pending ran
}
