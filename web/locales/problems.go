package locales

import (
	"strings"

	"lastcall/engine/scenario"
)

func russianProblem(p scenario.Problem) string { return p.Translate(russianPart) }

// russianPart translates a sentence or a word of a problem. What it does not
// know is a name or a text out of the document.
func russianPart(english string) string {
	if text, ok := russianProblems[english]; ok {
		return text
	}
	if what, rest, ok := strings.Cut(english, " should be here"); ok {
		return "здесь ожидается " + russianPart(what) + russianPart(rest)
	}
	if verb, ok := strings.CutSuffix(english, " step"); ok {
		if _, verb, ok = strings.Cut(verb, " "); ok {
			return "шаг " + verb
		}
	}
	return english
}

// russianProblems are the sentences and words of scenario.Decode.
var russianProblems = map[string]string{
	"%s has %d items; at most %d are allowed":                    "%s: элементов %d, а можно не больше %d",
	"%s has %s already":                                          "%s: поле %s уже есть",
	"%s has %s or %s, not both":                                  "%s: можно указать %s или %s, но не оба",
	"%s is a keyword of Go, which no id may be":                  "%s — ключевое слово Go, оно не может быть именем",
	"%s is a keyword of Python, which no id may be":              "%s — ключевое слово Python, оно не может быть именем",
	"%s is a keyword of Python, which no argument may be called": "%s — ключевое слово Python, так нельзя назвать аргумент",
	"%s is not for outside, where steps are %s":                  "%s нельзя делать извне: там шаги %s",
	"%s must be %s%s":                                            "%s: ожидается %s%s",
	"%s must be %s, not %s":                                      "%s: ожидается %s, а не %s",
	"%s must be %s; this number has a fraction or exponent":      "%s: ожидается %s, а у этого числа есть дробная часть или порядок",
	"%s must be between -%g and %g":                              "%s: ожидается число от -%g до %g",
	"%s needs an id, a name such as backup or close_db":          "%s: нужен id, имя вроде backup или close_db",
	"a step has one verb; this is %s already":                    "у шага один глагол, а это уже %s",
	"a step needs a verb: %s":                                    "шагу нужен глагол: %s",
	"a step needs a verb: %s%s":                                  "шагу нужен глагол: %s%s",
	"abort must be true":                                         "abort: ожидается true",
	"an id is made of the letters a to z and A to Z, digits and _, and begins with no digit; %s is not":                   "имя состоит из латинских букв, цифр и _ и не начинается с цифры; %s не такое",
	"an integer has at most %d digits, as in Python":                                                                      "в целом числе не больше %d цифр, как в Python",
	"an outside entry needs at, the time it comes":                                                                        "приходящему извне нужен at, момент прихода",
	"an outside entry needs send or do":                                                                                   "приходящему извне нужен send или do",
	"in a print {0} and {name} stand for arguments, {{ and }} for braces; %s is none of them":                             "в print {0} и {name} означают аргументы, {{ и }} — скобки; %s — ни то, ни другое",
	"kwargs has %d members; at most %d are allowed":                                                                       "в kwargs полей %d, а можно не больше %d",
	"no %s has the id %s%s":                                                                                               "нет %s с именем %s%s",
	"no %s has the id %s; that is %s":                                                                                     "нет %s с именем %s: это %s",
	"the id %s is taken by %s; ids are unique over events and hooks":                                                      "имя %s занято: %s; имена событий и обработчиков не повторяются",
	"the name of an argument is made of the letters a to z and A to Z, digits and _, and begins with no digit; %s is not": "имя аргумента состоит из латинских букв, цифр и _ и не начинается с цифры; %s не такое",
	"this id has %d characters; at most %d are allowed":                                                                   "в имени %d знаков, а можно не больше %d",
	"this label has %d characters; at most %d are allowed":                                                                "в названии %d знаков, а можно не больше %d",
	"this scenario is of version %g, for a newer Lastcall; this one knows version 1":                                      "это сценарий версии %g, для более нового Lastcall; этот знает версию 1",
	"unknown field %s; %s has %s%s":                                                                                       "неизвестное поле %s; %s: есть поля %s%s",
	"version must be 1":                                                                                                   "version: ожидается 1",
	"work must be 0 or more":                                                                                              "work: ожидается 0 или больше",
	`%s must be a Go duration above 0 and at most 24h, such as "1s" or "20ms"`:                                            `%s: ожидается длительность больше 0 и не больше 24h, например "1s" или "20ms"`,
	`a scenario needs "version": 1`:                                                                                       `сценарию нужно "version": 1`,
	"there are %d more problems":                                                                                          "и ещё ошибок: %d",
	"the document has %d bytes; at most %d are allowed":                                                                   "в документе %d байт, а можно не больше %d",
	"line %d, column %d: %s":                                                                                              "строка %d, столбец %d: %s",
	"; did you mean %s?":                                                                                                  "; может быть, %s?",

	"and": "и", "or": "или",
	"event": "события", "hook": "обработчика", // there is none of them
	"an event": "событие", "a hook": "обработчик", "a scenario": "сценарий", "a step": "шаг",
	"an outside entry": "приходящее извне", "an argument": "аргумент", "a name": "имя",
	"null": "null", "a boolean": "true или false", "a number": "число", "a string": "строка",
	"an array": "массив", "an object": "объект", "an integer": "целое число",
	"an integer, a string or null":            "целое число, строка или null",
	"a string, a number, true, false or null": "строка, число, true, false или null",

	// Of the JSON itself.
	"arrays and objects are nested more than 64 deep": "массивы и объекты вложены глубже 64",
	"a value": "значение", "the end of the document": "конец документа", "a comma or ]": "запятая или ]",
	"a comma or }": "запятая или }", "a name in double quotes": "имя в двойных кавычках", "a digit": "цифра", "a colon": "двоеточие",
	", but the text ends": ", но текст кончился", "; strings stand in double quotes": "; строки пишутся в двойных кавычках",
	"; JSON has no comments":                    "; в JSON нет комментариев",
	"a number has no 0 in front":                "число не начинается с 0",
	"the text is not UTF-8":                     "текст не в UTF-8",
	"the string that begins here is not closed": "строка, которая начинается здесь, не закрыта",
	`a line break or control character stands in a string; write it as an escape, such as \n`:  `в строке стоит перевод строки или управляющий знак; пишите его как \n`,
	`this is no escape; there are \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits`: `такого знака нет; есть \" \\ \/ \b \f \n \r \t и \u с четырьмя шестнадцатеричными цифрами`,
	`this escape is half of a surrogate pair; write both halves, as in \ud83d\ude00`:           `это половина суррогатной пары; пишите обе, например \ud83d\ude00`,
	"a byte order mark stands before the document; save it as UTF-8 without one":               "перед документом стоит метка порядка байтов; сохраните его в UTF-8 без неё",
}
