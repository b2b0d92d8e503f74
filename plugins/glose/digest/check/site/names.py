"""The elements of HTML and SVG, and the roles and attributes of WAI-ARIA 1.2."""

from __future__ import annotations

ELEMENTS = frozenset(
    """
    html head title base link meta style body article section nav aside h1 h2 h3 h4 h5 h6 hgroup header footer address
    p hr pre blockquote ol ul menu li dl dt dd figure figcaption main search div a em strong small s cite q dfn abbr
    ruby rt rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del picture source img iframe
    embed object video audio track map area table caption colgroup col tbody thead tfoot tr td th form label input
    button select datalist optgroup option textarea output progress meter fieldset legend selectedcontent details
    summary dialog script noscript template slot canvas math
    svg g defs symbol use image path rect circle ellipse line polyline polygon text tspan textpath marker pattern
    clippath mask lineargradient radialgradient stop filter desc metadata switch view animate animatetransform
    animatemotion set mpath foreignobject feblend fecolormatrix fecomposite fegaussianblur feoffset femerge
    femergenode feflood fetile feimage fedropshadow
    mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover
    munderover mtable mtr mtd semantics annotation annotation-xml
    frame frameset applet portal fencedframe
    """.split()
)
"""In lower case, as the reader gives them; the last line is told by another rule."""
ROLES = frozenset(
    """
    alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
    complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid
    gridcell group heading img image insertion link list listbox listitem log main mark marquee math menu menubar
    menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio
    radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong
    subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree
    treegrid treeitem
    """.split()
)
ARIA = frozenset(
    "aria-" + name
    for name in """
    activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex
    colindextext colspan controls current describedby description details disabled dropeffect errormessage expanded
    flowto grabbed haspopup hidden invalid keyshortcuts label labelledby level live modal multiline multiselectable
    orientation owns placeholder posinset pressed readonly relevant required roledescription rowcount rowindex
    rowindextext rowspan selected setsize sort valuemax valuemin valuenow valuetext
    """.split()
)
