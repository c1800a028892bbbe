package main

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// A player is an embed, <lastcall-player>.
type player struct {
	line      int
	elsewhere bool      // src or scenario says where its scenario is
	script    *document // inside it
	before    *document // in the code block right before it
}

// inHTML returns the scenarios of the players in a page.
func inHTML(data []byte) (found []document) {
	for _, p := range players(data) {
		switch {
		case p.script != nil:
			found = append(found, *p.script)
		case p.before != nil && !p.elsewhere:
			found = append(found, *p.before)
		}
	}
	return found
}

// players reads the players of a page.
func players(data []byte) []player {
	r := pageReader{tokens: html.NewTokenizer(bytes.NewReader(data)), line: 1}
	for {
		kind := r.tokens.Next()
		if kind == html.ErrorToken {
			return r.players
		}
		raw := r.tokens.Raw()
		lines := bytes.Count(raw, []byte("\n"))
		r.token(kind)
		r.line += lines
	}
}

type pageReader struct {
	tokens  *html.Tokenizer
	line    int // of the token
	players []player

	inPlayer bool
	inScript bool      // one of type application/json, in a player
	code     *document // the last <pre>; nil once something else came
	inCode   bool
}

func (r *pageReader) token(kind html.TokenType) {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		name, attributes := r.tag()
		r.start(name, attributes)
	case html.EndTagToken:
		name, _ := r.tag()
		switch name {
		case "lastcall-player":
			r.inPlayer = false
		case "script":
			r.inScript = false
		case "pre":
			r.inCode = false
		}
	case html.TextToken:
		r.words()
	}
}

func (r *pageReader) tag() (name string, attributes map[string]string) {
	text, more := r.tokens.TagName()
	name, attributes = string(text), map[string]string{}
	for more {
		var key, value []byte
		key, value, more = r.tokens.TagAttr()
		attributes[string(key)] = string(value)
	}
	return name, attributes
}

func (r *pageReader) start(name string, attributes map[string]string) {
	switch {
	case name == "lastcall-player":
		p := player{line: r.line, before: r.code}
		_, src := attributes["src"]
		_, gallery := attributes["scenario"]
		p.elsewhere = src || gallery
		r.players = append(r.players, p)
		r.inPlayer, r.code = true, nil
	case name == "script" && r.inPlayer && strings.EqualFold(attributes["type"], "application/json"):
		r.inScript = true
	case name == "pre":
		r.inCode, r.code = true, &document{line: r.line}
	case !r.inCode && !wraps[name]:
		r.code = nil
	}
}

// wraps are elements that may stand between a code block and a player.
var wraps = map[string]bool{"div": true, "p": true, "figure": true, "section": true}

func (r *pageReader) words() {
	raw := bytes.Clone(r.tokens.Raw()) // Text decodes in place
	switch {
	case r.inScript:
		p := &r.players[len(r.players)-1]
		if p.script == nil {
			p.script = &document{text: raw, line: r.line}
		}
	case r.inCode:
		r.code.text = append(r.code.text, r.tokens.Text()...)
	case len(bytes.TrimSpace(raw)) > 0:
		r.code = nil
	}
}
