package main

// fakeDesk notes what it is given, and hands out what the test lays on it.
type fakeDesk struct {
	kept, draft, copied string
	savedName, saved    string
	onClipboard         *string
	seen                bool
}

func (d *fakeDesk) keep(text string)       { d.kept = text }
func (d *fakeDesk) keepDraft(text string)  { d.draft = text }
func (d *fakeDesk) hintsSeen()             { d.seen = true }
func (d *fakeDesk) copy(text string)       { d.copied = text }
func (d *fakeDesk) save(name, text string) { d.savedName, d.saved = name, text }

func (d *fakeDesk) clipboard(pasted func(string, bool)) {
	if d.onClipboard == nil {
		pasted("", false)
	} else {
		pasted(*d.onClipboard, true)
	}
}

func (d *fakeDesk) chooseFile(chosen func(name, text string)) { chosen("chosen.json", d.saved) }
