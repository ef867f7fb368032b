/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-theme.h"

#include <math.h>

#include "sema-palette.h"

/* Colours as they are written everywhere else: 0xRRGGBB. */
struct _SemaTheme
{
  guint32 background;
  guint32 foreground;
  guint32 muted;
  guint32 axis;
  guint32 leader;
  guint32 ink;
  guint32 odd;
  guint32 neutral;
  guint32 cloud;
  guint32 negative;
  guint32 zero;
  guint32 positive;
  double  hull_alpha;
  guint32 palette[SEMA_N_COLOURS + SEMA_N_STEPS];
};

/* The palette is Okabe and Ito's (2008) with two changes: wine in black's place, which is the texts', and brown in
 * yellow's, which white paper swallows and which, darkened, is orange to a protanope. The dark theme has the same hues,
 * lighter. The steps are those of viridis (van der Walt and Smith 2015), with ends that stand out from the page. */
static const SemaTheme themes[] = {
  [SEMA_THEME_LIGHT] = {
    .background = 0xffffff,
    .foreground = 0x1d1d20,
    .muted = 0x66666e,
    .axis = 0xdedee2,
    .leader = 0x9a9aa2,
    .ink = 0x5b1fa0,
    .odd = 0xc0142c,
    .neutral = 0x85858c,
    .cloud = 0x4f6f9e,
    .negative = 0x0072b2,
    .zero = 0xc8c8cc,
    .positive = 0xd55e00,
    .hull_alpha = 0.13,
    .palette = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0x75591f, 0x7a2250, 0x440154, 0x443983, 0x31688e, 0x21918c, 0x35a96b, 0x7fae1f, 0xc9a400},
  },
  [SEMA_THEME_DARK] = {
    .background = 0x1e1e21,
    .foreground = 0xf2f2f4,
    .muted = 0xa8a8b0,
    .axis = 0x3c3c42,
    .leader = 0x7c7c84,
    .ink = 0xcfb0ff,
    .odd = 0xff7a7a,
    .neutral = 0x9a9aa2,
    .cloud = 0x8fa8c8,
    .negative = 0x4fa8e0,
    .zero = 0x55555c,
    .positive = 0xf58a42,
    .hull_alpha = 0.16,
    .palette = {0x3f97d3, 0xf5b942, 0x2fc296, 0xe7a3ca, 0x93d6fb, 0xf07f3a, 0x8c7040, 0xb0487c, 0x7a4fa3, 0x6672c8, 0x4a97cf, 0x2fb3ad, 0x4fcb7c, 0xa5dc4a, 0xfde725},
  },
};

static SemaColour
unpack (guint32 rgb)
{
  return (SemaColour) {((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1.0};
}

static SemaColour
mix (SemaColour from, SemaColour to, double t)
{
  return (SemaColour) {
    from.red + t * (to.red - from.red),
    from.green + t * (to.green - from.green),
    from.blue + t * (to.blue - from.blue),
    1.0,
  };
}

/**
 * sema_theme_get:
 * @kind: which
 *
 * Returns: the theme of that kind; it lives as long as the program
 */
const SemaTheme *
sema_theme_get (SemaThemeKind kind)
{
  return &themes[kind == SEMA_THEME_DARK ? SEMA_THEME_DARK : SEMA_THEME_LIGHT];
}

/**
 * sema_theme_get_background:
 * @self: a theme
 *
 * Returns: the page's colour, opaque
 */
SemaColour
sema_theme_get_background (const SemaTheme *self)
{
  return unpack (self->background);
}

/**
 * sema_theme_get_cluster_colour:
 * @self: a theme
 * @colour: a number of the palette, or %SEMA_NO_COLOUR; any other is that of no cluster too
 *
 * Returns: the full colour of a cluster's points, as in the legend
 */
SemaColour
sema_theme_get_cluster_colour (const SemaTheme *self, int colour)
{
  if (colour < 0 || colour >= SEMA_N_COLOURS + SEMA_N_STEPS)
    return unpack (self->neutral);
  return unpack (self->palette[colour]);
}

/**
 * sema_theme_get_point_colour:
 * @self: a theme
 * @colour: as for sema_theme_get_cluster_colour()
 * @strength: 0 to 1; what lies outside or is NaN counts as the nearer end, NaN as 0
 *
 * Returns: the cluster's colour mixed with the background so that weak points are paler; a point of strength 0 keeps
 *   35 % of its colour and can still be seen
 */
SemaColour
sema_theme_get_point_colour (const SemaTheme *self, int colour, double strength)
{
  double known = strength > 0 ? MIN (strength, 1.0) : 0.0;

  return mix (unpack (self->background), sema_theme_get_cluster_colour (self, colour), 0.35 + 0.65 * known);
}

/**
 * sema_theme_get_cloud_colour:
 * @self: a theme
 *
 * Returns: the colour of all the words of a file where they are densest, opaque: paler than the texts that lie on it, and
 *   none of the palette's
 */
SemaColour
sema_theme_get_cloud_colour (const SemaTheme *self)
{
  return unpack (self->cloud);
}

/**
 * sema_theme_get_hull_colour:
 * @self: a theme
 * @colour: as for sema_theme_get_cluster_colour()
 * @lit: whether the cluster is pointed at
 *
 * Returns: a translucent colour, so that hulls over each other can be told apart
 */
SemaColour
sema_theme_get_hull_colour (const SemaTheme *self, int colour, gboolean lit)
{
  SemaColour result = sema_theme_get_cluster_colour (self, colour);

  result.alpha = self->hull_alpha * (lit ? 1.6 : 1);
  return result;
}

/**
 * sema_theme_get_text_colour:
 * @self: a theme
 * @role: what the text is for
 *
 * Returns: the text's colour; its contrast with the background is 4.5 to 1 or more (WCAG 2.1, level AA)
 */
SemaColour
sema_theme_get_text_colour (const SemaTheme *self, SemaTextRole role)
{
  switch (role)
    {
    case SEMA_TEXT_ANALOGY:
      return unpack (self->ink);
    case SEMA_TEXT_GUEST:
    case SEMA_TEXT_AXIS:
    case SEMA_TEXT_CAPTION:
      return unpack (self->muted);
    case SEMA_TEXT_LABEL:
    case SEMA_TEXT_LABEL_STRONG:
    case SEMA_TEXT_CLOUD:
    case SEMA_TEXT_TITLE:
    case SEMA_TEXT_LEGEND:
    case SEMA_TEXT_CELL:
    default:
      return unpack (self->foreground);
    }
}

/**
 * sema_theme_get_line_colour:
 * @self: a theme
 * @role: what the line is for
 *
 * Returns: the line's colour
 */
SemaColour
sema_theme_get_line_colour (const SemaTheme *self, SemaLineRole role)
{
  switch (role)
    {
    case SEMA_LINE_AXIS:
      return unpack (self->axis);
    case SEMA_LINE_LEADER:
      return unpack (self->leader);
    case SEMA_LINE_TORN:
    case SEMA_LINE_FALSE:
    case SEMA_LINE_SELECTION:
    case SEMA_LINE_FRAME:
      return unpack (self->foreground);
    case SEMA_LINE_TREE:
      return unpack (self->muted);
    case SEMA_LINE_ODD:
      return unpack (self->odd);
    case SEMA_LINE_ANALOGY:
    case SEMA_LINE_ANALOGY_DASHED:
    case SEMA_LINE_MISS:
    case SEMA_LINE_TARGET:
    default:
      return unpack (self->ink);
    }
}

/**
 * sema_theme_get_bar_colour:
 * @self: a theme
 * @value: -1 to 1; beyond, the nearer end; NaN counts as 0
 *
 * Returns: a colour of the diverging scale: blue below zero, grey at it, orange above
 */
SemaColour
sema_theme_get_bar_colour (const SemaTheme *self, double value)
{
  double magnitude = value < 0 ? -value : value;

  magnitude = magnitude > 0 ? MIN (magnitude, 1.0) : 0.0;
  return mix (unpack (self->zero), unpack (value < 0 ? self->negative : self->positive), magnitude);
}

/* Of a channel, as WCAG 2.1 has it. */
static double
make_linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (SemaColour colour)
{
  return 0.2126 * make_linear (colour.red) + 0.7152 * make_linear (colour.green) + 0.0722 * make_linear (colour.blue);
}

static double
get_contrast (SemaColour a, SemaColour b)
{
  double x = get_luminance (a) + 0.05;
  double y = get_luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/**
 * sema_theme_get_cell_text_colour:
 * @self: a theme
 * @value: of the cell, as for sema_theme_get_bar_colour()
 *
 * Returns: the colour of a number on that colour of the diverging scale: the text's or the page's, whichever can be read better
 */
SemaColour
sema_theme_get_cell_text_colour (const SemaTheme *self, double value)
{
  SemaColour ground = sema_theme_get_bar_colour (self, value);
  SemaColour foreground = unpack (self->foreground);
  SemaColour background = unpack (self->background);

  return get_contrast (foreground, ground) >= get_contrast (background, ground) ? foreground : background;
}
