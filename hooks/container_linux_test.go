package hooks_test

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"lastcall/hooks"
)

var _ = addPrograms(map[string]func(){
	"container": func() { killed(askedFor, syscall.SIGTERM) },
	"plain":     func() { hooks.Main(func() int { return 0 }) },
})

// The first process of a container is process 1 of its namespace. No signal
// of its own ends it; the status says what a shell would.
func TestProcessOne(t *testing.T) {
	t.Parallel()
	if err := inContainer(t, "plain").Run(); err != nil {
		t.Skip("this system gives us no process namespace:", err)
	}
	ending{status: "exit status 143", stdout: bothRan}.check(t, inContainer(t, "container"))
}

func inContainer(t *testing.T, program string) *exec.Cmd {
	t.Helper()
	cmd := command(t, program)
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWPID | syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	return cmd
}
