package main

// Which tests are to notice a fault in which package.
var (
	ofEngine  = []string{"./engine"}
	ofHooks   = []string{"./hooks"}
	ofProgram = []string{"./engine/program"}
	ofTrace   = []string{"./engine/trace"}
)

var faults = []fault{
	// The order of events.
	{"engine/queue.go", "return a.priority < b.priority", "return a.priority > b.priority", "higher priorities run first", ofEngine},
	{"engine/queue.go", "return q.slots.all[a.slot].sequence < q.slots.all[b.slot].sequence", "return a.slot < b.slot", "ties go by place in memory", ofEngine},
	{"engine/queue.go", "return n > 0 && time <= q.sorted[n-1].time", "return n > 0 && time < q.sorted[n-1].time", "an event for the last moment of the run goes behind", ofEngine},
	{"engine/queue.go", "return len(q.run) == 0 || len(q.late) > 0 && q.before(&q.late[0], &q.run[0])", "return len(q.run) == 0", "late comers wait for the whole run", ofEngine},
	{"engine/queue.go", "	q.putBack(q.late)\n", "", "gathering loses the late comers", ofEngine},
	{"engine/queue.go", "if q.dead++; q.tooMany(q.dead) {", "if q.dead++; false {", "the dead are never dropped", ofEngine},
	{"engine/late.go", "child = right", "child = right - 1", "a heap that compares with one child only", ofEngine},
	{"engine/ladder.go", "last = max(last, p.keys[i].time)", "last = p.keys[i].time", "a rung ends before its last key", ofEngine},
	{"engine/slots.go", "|| s.all[i].sequence != sequence ", "", "an old handle cancels whoever has its slot now", ofEngine},
	{"engine/number.go", "float64(x) + 0)", "float64(x))", "minus zero is before zero", ofEngine},
	{"engine/number.go", "case delay > 0 && sum < now:", "case false:", "a delay beyond the last number lies in the past", ofEngine},

	// Running them.
	{"engine/run.go", "	return s.clock.Delay(ctx, 0)\n", "	return nil\n", "no delay of 0 after an action", ofEngine},
	{"engine/run.go", "if first != nil && !(fromOrder[T](first.time) > now) {", "if first != nil && fromOrder[T](first.time) < now {", "an event at its very moment is not due", ofEngine},
	{"engine/scheduler.go", "	if at < s.due {\n", "	if false {\n", "a run does not see what is entered before its next event", ofEngine},
	{"engine/scheduler.go", "	if event.scheduler != s {\n", "	if event.scheduler == nil {\n", "another scheduler's event can be cancelled", ofEngine},
	{"engine/virtual.go", "toBits(fromBits[T](old)+d)", "toBits(d)", "a virtual clock reads what it last waited for", ofEngine},

	// Exit hooks.
	{"hooks/registry.go", "r.hooks = append(r.hooks, &registration{name: name, hook: hook, number: r.count})", "r.hooks = append([]*registration{{name: name, hook: hook, number: r.count}}, r.hooks...)", "first in, first out", ofHooks},
	{"hooks/registry.go", "func (r *Registry) clearLocked() { r.hooks, r.cleared = nil, r.count }", "func (r *Registry) clearLocked() { r.hooks = nil }", "what is registered after a clear in a hook is taken for late", ofHooks},
	{"hooks/registry.go", "if err := g.call(); err != nil && report != nil {", "if err := g.call(); err != nil && report == nil {", "failing hooks are not reported", ofHooks},

	// The program.
	{"engine/program/program.go", "if h := &p.scenario.Hooks[i]; !h.Unregistered {", "if h := &p.scenario.Hooks[i]; true {", "hooks that wait for a step are registered at once", ofProgram},
	{"engine/program/program.go", "	p.death()\n	return errDead\n", "	return errDead\n", "a process that dies goes on with its hooks", ofProgram},
	{"engine/program/program.go", "	if p.options.Real {\n", "	if false {\n", "real time is virtual", ofProgram},
	{"engine/program/clock.go", "arrives := len(c.outside) > 0 && c.outside[0].At <= until", "arrives := len(c.outside) > 0 && c.outside[0].At < until", "what comes from outside at the end of a wait is late", ofProgram},
	{"engine/program/clock.go", "			return nil // it is closing already\n", "			return errClose\n", "closing a page that is closing ends its hook", ofProgram},
	{"engine/program/clock.go", "Handled: handled || s == scenario.SIGINT", "Handled: handled", "Python's own handler of SIGINT is forgotten", ofProgram},
	{"engine/program/steps.go", "	if step.Priority != nil {\n", "	if false {\n", "a step's own priority is ignored", ofProgram},
	{"engine/program/limits.go", "		l.still, l.stillAt = 0, now\n", "		l.stillAt = now\n", "entries at different moments count as a runaway", ofProgram},

	// The folds.
	{"engine/trace/hooklog.go", "	for _, i := range h.late[hook] {\n		h.all[i].gone = n\n	}\n", "", "what is registered too late cannot be taken back", ofTrace},
	{"engine/trace/hooklog.go", "		if top < i {\n			return\n		}\n", "		return\n", "a doubt is never settled", ofTrace},
	{"engine/trace/checkpoint.go", "for i, end := ix.entered(mark.n), ix.entered(n); i < end; i++ {", "for i, end := ix.entered(mark.n)+1, ix.entered(n); i < end; i++ {", "the entry after a checkpoint is lost", ofTrace},
	{"engine/trace/entries.go", "	case p.Priority != q.Priority:\n		return cmp.Compare(p.Priority, q.Priority)\n", "", "the queue is shown without regard to priority", ofTrace},
	{"engine/trace/discard.go", "if hook.Phase == PhaseWaiting && !hook.Unregistered {", "if hook.Phase == PhaseWaiting {", "a destroyed page skips hooks that were taken back", ofTrace},
}
