package program

// Queued returns how many events the scheduler has.
func (p *Program) Queued() int { return p.scheduler.Len() }

// Registered returns how many hooks there are.
func (p *Program) Registered() int { return p.hooks.Len() }

// Room returns how many records a run may make that is given a limit.
func Room(limit int) int { return newLimits(limit).records }
