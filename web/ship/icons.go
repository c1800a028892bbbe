package main

import (
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// icons draws icon.svg of a directory as the PNG files that systems ask for
// when they install the page.
func icons(args []string) error {
	if err := take(args, "DIST"); err != nil {
		return err
	}
	strokes, err := readStrokes(filepath.Join(args[0], "icon.svg"))
	if err != nil {
		return err
	}
	for _, icon := range []struct {
		name   string
		pixels int
		scale  float64 // of the drawing; a mask leaves the inner 80 % for sure
		ground color.Color
	}{
		{"icon-192.png", 192, 0.92, color.Transparent},
		{"icon-512.png", 512, 0.92, color.Transparent},
		{"icon-maskable.png", 512, 0.6, color.White},
	} {
		file, err := os.Create(filepath.Join(args[0], icon.name))
		if err != nil {
			return err
		}
		if err := png.Encode(file, draw(strokes, icon.pixels, icon.scale, icon.ground)); err != nil {
			return err
		}
		if err := file.Close(); err != nil {
			return err
		}
	}
	return nil
}

// A stroke is a line with round ends.
type stroke struct {
	x1, y1, x2, y2, width float64
	color                 color.NRGBA
}

// side is the side of the square that icon.svg is drawn on.
const side = 22

var lineCommand = regexp.MustCompile(`([Mhv])(-?[\d.]+)(?: (-?[\d.]+))?`)

// readStrokes reads the paths of icon.svg, which are horizontal and vertical.
func readStrokes(file string) (strokes []stroke, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var svg struct {
		ViewBox string `xml:"viewBox,attr"`
		Paths   []struct {
			D      string  `xml:"d,attr"`
			Stroke string  `xml:"stroke,attr"`
			Width  float64 `xml:"stroke-width,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(text, &svg); err != nil {
		return nil, err
	}
	if want := fmt.Sprintf("0 0 %d %[1]d", side); svg.ViewBox != want {
		return nil, fmt.Errorf("%s is drawn on %s, not on %s", file, svg.ViewBox, want)
	}
	for _, path := range svg.Paths {
		var c color.NRGBA
		if _, err := fmt.Sscanf(path.Stroke, "#%02x%02x%02x", &c.R, &c.G, &c.B); err != nil {
			return nil, fmt.Errorf("%s: the colour %q: %w", file, path.Stroke, err)
		}
		c.A = 0xff
		var x, y float64
		for _, command := range lineCommand.FindAllStringSubmatch(path.D, -1) {
			n, _ := strconv.ParseFloat(command[2], 64) // the pattern lets numbers through
			switch command[1] {
			case "M":
				x = n
				y, _ = strconv.ParseFloat(command[3], 64)
			case "h":
				strokes = append(strokes, stroke{x, y, x + n, y, path.Width, c})
				x += n
			case "v":
				strokes = append(strokes, stroke{x, y, x, y + n, path.Width, c})
				y += n
			}
		}
	}
	return strokes, nil
}

// draw draws strokes in the middle of a square picture.
func draw(strokes []stroke, pixels int, scale float64, ground color.Color) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, pixels, pixels))
	unit := side / (scale * float64(pixels)) // of the drawing, to a pixel
	at := func(pixel int) float64 { return (float64(pixel)+0.5-float64(pixels)/2)*unit + side/2 }
	for py := range pixels {
		for px := range pixels {
			picture.Set(px, py, ground)
			for _, s := range strokes {
				cover := math.Min(1, math.Max(0, 0.5+(s.width/2-s.distance(at(px), at(py)))/unit))
				if cover > 0 {
					picture.Set(px, py, over(picture.NRGBAAt(px, py), s.color, cover))
				}
			}
		}
	}
	return picture
}

// distance is that of a point from the middle of the line.
func (s stroke) distance(x, y float64) float64 {
	nearX := math.Min(math.Max(x, math.Min(s.x1, s.x2)), math.Max(s.x1, s.x2))
	nearY := math.Min(math.Max(y, math.Min(s.y1, s.y2)), math.Max(s.y1, s.y2))
	return math.Hypot(x-nearX, y-nearY)
}

// over lays a colour over another one.
func over(below, above color.NRGBA, cover float64) color.NRGBA {
	under := float64(below.A) / 0xff * (1 - cover)
	alpha := cover + under
	mix := func(b, a uint8) uint8 { return uint8(math.Round((float64(a)*cover + float64(b)*under) / alpha)) }
	return color.NRGBA{mix(below.R, above.R), mix(below.G, above.G), mix(below.B, above.B), uint8(math.Round(alpha * 0xff))}
}
