package main

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

const textToolID = "text"

// textTool is the scenario as text, beside the timeline that it describes:
// whichever is changed, the other follows.
type textTool struct {
	app.Compo

	Session *session
	Rev     int

	shown string // what stands in the DOM, as far as we know
}

func (t *textTool) OnMount(ctx app.Context) { t.fill(ctx) }

func (t *textTool) OnUpdate(ctx app.Context) {
	if t.Session.fullText() != t.shown {
		t.fill(ctx)
	}
}

func (t *textTool) fill(ctx app.Context) {
	t.shown = t.Session.fullText()
	text := t.shown
	ctx.Defer(func(app.Context) {
		if area := app.Window().GetElementByID("text-area"); area.Truthy() {
			area.Set("value", text)
		}
	})
}

func (t *textTool) Render() app.UI {
	s, w := t.Session, t.Session.words
	broken := len(s.problems) > 0
	lines := strings.Count(s.fullText(), "\n") + 1
	state, status, back := "good", w.TextGood+" "+w.TextHelp, app.UI(nil)
	if broken {
		state, status = "broken", w.TextBroken(len(s.problems))
		back = app.Button().Type("button").Class("button").Text(w.TextDiscard).OnClick(t.onDiscard)
	}
	problems := make([]app.UI, len(s.problems))
	for i := range s.problems {
		problems[i] = &textProblem{Session: s, Index: i, Rev: s.rev}
	}
	return app.Div().Class("text").Body(
		app.Div().Class("text-head").Body(
			app.P().Class("text-status").DataSet("state", state).Role("status").Text(status),
			back,
			app.Button().Type("button").Class("button").Body(icon(iconCopy), app.Text(w.CopyAll)).OnClick(t.onCopy),
		),
		app.Ul().Class("text-problems").ID("text-problems").Body(problems...),
		app.Div().Class("text-body").Body(
			app.Pre().Class("text-lines").Aria("hidden", true).Body(t.numbers(lines)...),
			app.Textarea().Class("text-area").ID("text-area").Aria("label", w.TextLabel).
				Aria("invalid", broken).Aria("describedby", "text-problems").
				Rows(lines).Wrap("off").Spellcheck(false).Attr("autocapitalize", "off").
				OnInput(t.onInput).OnBlur(t.onBlur),
		),
	)
}

// numbers are those of the lines. The lines that something is wrong with are
// marked.
func (t *textTool) numbers(lines int) (list []app.UI) {
	var plain strings.Builder
	next := 0 // of the problems, which are in the order of the text
	for line := 1; line <= lines; line++ {
		problems := t.Session.problems
		if next == len(problems) || problems[next].Line != line {
			plain.WriteString(strconv.Itoa(line) + "\n")
			continue
		}
		for next < len(problems) && problems[next].Line == line {
			next++
		}
		list = append(list, app.Text(plain.String()), app.Span().Class("text-wrong").Text(strconv.Itoa(line)), app.Text("\n"))
		plain.Reset()
	}
	return append(list, app.Text(plain.String()))
}

func (t *textTool) onInput(ctx app.Context, _ app.Event) {
	t.shown = valueOf(ctx)
	t.Session.typeText(t.shown)
}

func (t *textTool) onBlur(app.Context, app.Event)    { t.Session.settleText() }
func (t *textTool) onDiscard(app.Context, app.Event) { t.Session.discardText() }
func (t *textTool) onCopy(app.Context, app.Event)    { t.Session.copyAll() }

// textProblem is one thing that is wrong with the text: a button that takes
// the caret there.
type textProblem struct {
	app.Compo

	Session *session
	Index   int
	Rev     int
}

func (p *textProblem) Render() app.UI {
	s := p.Session
	problem := s.problems[p.Index]
	return app.Li().Body(app.Button().Type("button").Class("link text-problem").Title(problem.Path).
		Text(s.words.AtLine(problem.Line, detail(problem, s.words.Problem(problem)))).OnClick(p.onPress))
}

func (p *textProblem) onPress(app.Context, app.Event) {
	s := p.Session
	if p.Index >= len(s.problems) {
		return
	}
	from, to := lineAt(s.fullText(), s.problems[p.Index])
	area := app.Window().GetElementByID("text-area")
	area.Call("focus")
	area.Call("setSelectionRange", from, to)
}

// lineAt is where in the text a problem's line begins and ends, in UTF-16 as
// JavaScript counts.
func lineAt(text string, problem scenario.Problem) (from, to int) {
	for line := 1; ; line++ {
		this, rest, more := strings.Cut(text, "\n")
		length := len(utf16.Encode([]rune(this)))
		if line == problem.Line || !more {
			return from, from + length
		}
		from += length + 1
		text = rest
	}
}

// detail is the message without the line, which one about the JSON itself
// begins with.
func detail(problem scenario.Problem, message string) string {
	if _, after, ok := strings.Cut(message, ": "); ok && problem.Path == "" && strings.HasPrefix(problem.Message, "line ") {
		return after
	}
	return message
}
