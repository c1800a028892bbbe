package hooks

import "testing"

// There is nothing to listen to, which must not be a reason to panic. The
// rest of Main is tested where there are processes.
func TestListen(t *testing.T) { new(process).listen(nil) }
