package link

import "strings"

// encoding/base64 does this as well, but skips line breaks, and adds 3 KB to
// what a visitor downloads.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func base64Len(n int) int { return (n*8 + 5) / 6 }

func encode64(data []byte) string {
	text := make([]byte, 0, base64Len(len(data)))
	held, count := uint(0), 0
	for _, c := range data {
		held, count = held<<8|uint(c), count+8
		for ; count >= 6; count -= 6 {
			text = append(text, alphabet[held>>(count-6)&63])
		}
	}
	if count > 0 {
		text = append(text, alphabet[held<<(6-count)&63])
	}
	return string(text)
}

// decode64 is strict: each text is the only one for its bytes.
func decode64(text string) (data []byte, ok bool) {
	data = make([]byte, 0, len(text)*6/8)
	held, count := uint(0), 0
	for i := range len(text) {
		value := strings.IndexByte(alphabet, text[i])
		if value < 0 {
			return nil, false
		}
		held, count = held<<6|uint(value), count+6
		if count >= 8 {
			count -= 8
			data = append(data, byte(held>>count))
		}
	}
	return data, count < 6 && held&(1<<count-1) == 0
}
