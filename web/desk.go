package main

import "lastcall/web/locales"

// A desk is what the browser keeps and hands over: stored work, files and the
// clipboard.
type desk interface {
	// keep stores the work at hand for when the tab is loaded again, and
	// keepDraft work that exists nowhere else for another visit; "" for none.
	keep(text string)
	keepDraft(text string)

	// hintsSeen notes that the first steps need not be shown again.
	hintsSeen()

	// copy puts a text on the clipboard, and pasted gets what is on it; ok is
	// false if the browser does not let it be read.
	copy(text string)
	clipboard(pasted func(text string, ok bool))

	// chooseFile lets a person choose a file, and save hands one over.
	chooseFile(chosen func(name, text string))
	save(name, text string)
}

// copyOut copies what is chosen to the clipboard.
func (s *session) copyOut() {
	if text := s.copy(); text != "" {
		s.engine.copy(text)
	}
}

// copyAll copies the scenario as text.
func (s *session) copyAll() {
	s.engine.copy(s.text)
	s.tell(func(w *locales.Words) string { return w.CopiedAll })
}

// pasteIn pastes what the clipboard holds or, where that cannot be read, what
// was copied on this page.
func (s *session) pasteIn() {
	s.engine.clipboard(func(text string, ok bool) {
		switch {
		case ok:
			s.paste(text)
		case s.copied != "":
			s.paste(s.copied)
		default:
			s.tell(func(w *locales.Words) string { return w.PasteByKey })
		}
	})
}

// A wish is something that a person asks for by a key, the clipboard or a drop
// anywhere on the page but in a field.
type wish string

// The wishes, as desk.js names them.
const (
	wishUndo      wish = "undo"
	wishRedo      wish = "redo"
	wishDelete    wish = "delete"
	wishDuplicate wish = "duplicate"
	wishEscape    wish = "escape"
	wishCopy      wish = "copy" // and gets the text
	wishCut       wish = "cut"
	wishPaste     wish = "paste" // comes with a text
	wishDrop      wish = "drop"  // comes with a file's name and text
)

// grant does what is asked for. It reports whether there was anything to do,
// and returns what is to be put on the clipboard.
func (s *session) grant(asked wish, name, text string) (done bool, copied string) {
	switch asked {
	case wishUndo:
		s.undo()
		return true, ""
	case wishRedo:
		s.redo()
		return true, ""
	case wishPaste:
		s.paste(text)
		return true, ""
	case wishDrop:
		s.take(name, text)
		return true, ""
	case wishEscape:
		escaped := s.picking
		if escaped {
			s.setPicking(false)
		}
		return escaped, ""
	}
	if len(s.chosen()) == 0 {
		return false, ""
	}
	switch asked {
	case wishDelete:
		s.remove()
	case wishDuplicate:
		s.duplicate()
	case wishCopy:
		return true, s.copy()
	case wishCut:
		copied = s.copy()
		s.remove()
	}
	return true, copied
}
