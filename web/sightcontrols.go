package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// sightControls are the buttons that change how the timeline is looked at. What
// is needed less often is in a menu.
type sightControls struct {
	app.Compo

	Session *session
	Rev     int
}

const (
	iconZoomIn  = "M7 2a5 5 0 1 0 3 9l3.500 3.500 1.400-1.400L11.400 9.600A5 5 0 0 0 7 2zm0 1.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM6.300 5h1.400v1.300H9v1.400H7.700V9H6.300V7.700H5V6.300h1.300z"
	iconZoomOut = "M7 2a5 5 0 1 0 3 9l3.500 3.500 1.400-1.400L11.400 9.600A5 5 0 0 0 7 2zm0 1.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM5 6.300h4v1.400H5z"
	iconFit     = "M2 3h1.500v10H2zM12.500 3H14v10h-1.500zM7 5 4.300 8 7 11V8.700h2V11l2.700-3L9 5v2.300H7z"
	iconMore    = "M3 6.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm5 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm5 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z"
)

func (c *sightControls) Render() app.UI {
	s, w := c.Session, &c.Session.words.Chart
	start := ""
	if !s.sight.start.IsZero() {
		start = s.sight.start.Format(startLayout)
	}
	menu := []app.UI{
		app.Label().Class("row").Body(
			app.Span().Class("row-label").Text(w.Axis),
			app.Select().Class("field").ID("axis").OnChange(c.onAxis).Body(
				option(axisNames[0], w.AxisNumbers, s.sight.axis == 0),
				option(axisNames[1], w.AxisDurations, s.sight.axis == 1),
				option(axisNames[2], w.AxisDates, s.sight.axis == 2),
			),
		),
	}
	if axisNames[s.sight.axis] == "dates" {
		menu = append(menu, app.Label().Class("row").Body(
			app.Span().Class("row-label").Text(w.AxisStart),
			app.Input().Type("datetime-local").Class("field").ID("axis-start").Value(start).OnChange(c.onStart),
		))
	}
	menu = append(menu,
		toggle(w.FoldAll, s.sight.fold, c.onFold),
		toggle(w.AsTable, s.sight.table, c.onTable),
		app.Button().Type("button").Class("button button-wide").Text(w.Keys.Title).OnClick(c.onKeys),
	)
	return app.Div().Class("sight").Body(
		iconButton(w.Keys.ZoomOut, iconZoomOut, s.zoomed(), c.onOut),
		iconButton(w.Keys.ZoomIn, iconZoomIn, true, c.onIn),
		iconButton(w.Keys.Fit, iconFit, s.zoomed(), c.onFit),
		app.Details().Class("menu").Body(
			app.Summary().Class("button button-icon").Title(w.View).Aria("label", w.View).Body(icon(iconMore)),
			app.Div().Class("menu-body").Body(menu...),
		),
	)
}

// toggle is a check box with its words.
func toggle(text string, on bool, onChange app.EventHandler) app.UI {
	return app.Label().Class("toggle").Body(
		app.Input().Type("checkbox").Checked(on).OnChange(onChange), app.Text(text))
}

func (c *sightControls) onIn(app.Context, app.Event)    { c.Session.zoomBy(zoomStep) }
func (c *sightControls) onFit(app.Context, app.Event)   { c.Session.fit() }
func (c *sightControls) onKeys(app.Context, app.Event)  { c.Session.showShortcuts(true) }
func (c *sightControls) onFold(app.Context, app.Event)  { c.Session.foldAll(!c.Session.sight.fold) }
func (c *sightControls) onTable(app.Context, app.Event) { c.Session.showTable(!c.Session.sight.table) }

func (c *sightControls) onOut(app.Context, app.Event) {
	if c.Session.zoomed() {
		c.Session.zoomBy(1 / zoomStep)
	}
}

func (c *sightControls) onAxis(ctx app.Context, _ app.Event) {
	s := c.Session
	s.setAxis(valueOf(ctx) + " " + s.sight.start.Format(startLayout))
	newBridge(ctx).keepAxis(s.keptAxis())
}

func (c *sightControls) onStart(ctx app.Context, _ app.Event) {
	s := c.Session
	s.setAxis(axisNames[s.sight.axis] + " " + valueOf(ctx))
	newBridge(ctx).keepAxis(s.keptAxis())
}
