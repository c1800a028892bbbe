//go:build !js

package plural_test

import (
	"os/exec"
	"strings"
	"testing"

	"lastcall/engine/plural"
)

const last = 2150

// intl prints what Intl.PluralRules says of 0 to last.
const intl = `
for (const language of ["en", "ru"]) {
  const rules = new Intl.PluralRules(language);
  console.log(Array.from({ length: 2151 }, (_, n) => rules.select(n)).join(" "));
}`

func TestTheRulesAreThoseOfIntl(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not there")
	}
	out, err := exec.Command(node, "-e", intl).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	english, russian := strings.Fields(lines[0]), strings.Fields(lines[1])
	for n := range last + 1 {
		if got := plural.English(n, "one", "other"); got != english[n] {
			t.Errorf("English: %d is %s, want %s", n, got, english[n])
		}
		if got := plural.Russian(n, "one", "few", "many"); got != russian[n] {
			t.Errorf("Russian: %d is %s, want %s", n, got, russian[n])
		}
	}
}
