/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks are what a picture is made of. All lengths and places are in logical units of the page, x to the right, y down,
 * the origin at the page's upper left corner; one logical unit is 1/96 inch on paper. Colours are roles or palette
 * numbers; the theme in render turns them into colours. */

/**
 * SemaTextRole: what a text is for; the theme gives its font, weight and colour. A guest is a word that the picture is not
 *   of, and that is there to be compared with.
 */
typedef enum {
  SEMA_TEXT_LABEL,
  SEMA_TEXT_LABEL_STRONG,
  SEMA_TEXT_CLOUD,
  SEMA_TEXT_ANALOGY,
  SEMA_TEXT_GUEST,
  SEMA_TEXT_TITLE,
  SEMA_TEXT_AXIS,
  SEMA_TEXT_LEGEND,
  SEMA_TEXT_CAPTION,
  SEMA_TEXT_CELL,
} SemaTextRole;

typedef enum {
  SEMA_SHAPE_CIRCLE,
  SEMA_SHAPE_SQUARE,
  SEMA_SHAPE_TRIANGLE,
  SEMA_SHAPE_DIAMOND,
  SEMA_SHAPE_CROSS,
  SEMA_N_SHAPES,
} SemaShape;

#define SEMA_NO_COLOUR (-1) /* the colour of points that belong to no cluster */

/**
 * SemaPointMark:
 * @strength: 0 to 1, how well the plane represents the word; weak points are drawn paler
 * @odd: whether something is odd about it, which a ring shows
 * @index: the point's index in its scatter
 */
typedef struct
{
  double    x;
  double    y;
  double    radius;
  SemaShape shape;
  int       colour;
  double    strength;
  gboolean  selected;
  gboolean  hovered;
  gboolean  odd;
  gsize     index;
} SemaPointMark;

/**
 * SemaTextMark:
 * @x: left end of the text's box
 * @y: upper end of the text's box
 * @width: as measured
 * @height: as measured
 * @turn: clockwise quarter turns of the text inside its box
 * @text: (owned by the scene) UTF-8, one line
 * @scale: text scale, 1 is the theme's size
 * @halo: whether the text stands on the picture and wants a rim in the background's colour
 * @plate: whether it stands on a crowd of dots and wants a ground of its own in the background's colour
 * @index: the point it names, or -1
 * @row: of %SEMA_TEXT_CLOUD: the word of the cloud that it names
 * @ground: of %SEMA_TEXT_CELL: the value, -1 to 1, whose colour it stands on
 */
typedef struct
{
  double       x;
  double       y;
  double       width;
  double       height;
  guint        turn;
  const char  *text;
  SemaTextRole role;
  double       scale;
  gboolean     halo;
  gboolean     plate;
  gssize       index;
  guint32      row;
  double       ground;
} SemaTextMark;

/**
 * SemaLineRole:
 * @SEMA_LINE_TARGET: from what an expression comes to to a word near it
 * @SEMA_LINE_TORN: to a near word that the plane tears away
 * @SEMA_LINE_FALSE: half of the cross over a word that is near in the plane only
 * @SEMA_LINE_TREE: of a tree of clusters
 * @SEMA_LINE_FRAME: round a cell that is marked
 * @SEMA_LINE_ODD: round a point that something is odd about
 *
 * What a line is for; the theme gives its colour.
 */
typedef enum {
  SEMA_LINE_AXIS,
  SEMA_LINE_LEADER,
  SEMA_LINE_ANALOGY,
  SEMA_LINE_ANALOGY_DASHED,
  SEMA_LINE_MISS,
  SEMA_LINE_TARGET,
  SEMA_LINE_TORN,
  SEMA_LINE_FALSE,
  SEMA_LINE_SELECTION,
  SEMA_LINE_TREE,
  SEMA_LINE_FRAME,
  SEMA_LINE_ODD,
} SemaLineRole;

/**
 * SemaLineMark: a straight line; @arrow puts a head on its second end.
 */
typedef struct
{
  double       x0;
  double       y0;
  double       x1;
  double       y1;
  SemaLineRole role;
  double       width;
  gboolean     arrow;
} SemaLineMark;

/**
 * SemaHullMark:
 * @corners: (n_corners, 2), owned by the scene; 1, 2 or more corners, counter-clockwise in data, any turn on the page
 * @margin: the hull is drawn as the set of places at most this far from the polygon, so it has round corners
 * @lit: whether its cluster is hovered
 * @strength: 0 to 1, how much it may colour the page; many words under many hulls would drown in colour
 */
typedef struct
{
  const double *corners;
  gsize         n_corners;
  double        margin;
  int           colour;
  gboolean      lit;
  double        strength;
} SemaHullMark;

/**
 * SemaStarMark: the target of an analogy; hollow, that of the expression that is asked about just now.
 */
typedef struct
{
  double   x;
  double   y;
  double   radius;
  gboolean hollow;
} SemaStarMark;

/**
 * SemaBarMark: a filled rectangle; @value -1 to 1 picks a colour of the diverging scale.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double value;
} SemaBarMark;

/**
 * SemaGridMark:
 * @values: (n_rows, n_columns), which live as long as the scene; NaN leaves its cell empty
 * @limit: the value at the end of the diverging scale, over 0; what is beyond has the colour of the end
 * @gap: between the cells, logical units; without one the cells are an image
 *
 * Cells in rows and columns, which fill a rectangle.
 */
typedef struct
{
  double        x;
  double        y;
  double        width;
  double        height;
  gsize         n_rows;
  gsize         n_columns;
  const double *values;
  double        limit;
  double        gap;
} SemaGridMark;

G_END_DECLS
