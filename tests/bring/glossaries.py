"""Glossaries as other tools write them, made up after the real formats."""

from __future__ import annotations

TBX_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>Terms of Sampletown</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c5">
  <descrip type="subjectField">harbours</descrip>
  <descripGrp>
    <descrip type="definition">A place where ships lie.</descrip>
    <admin type="source">Port Register, https://register.example/quay</admin>
  </descripGrp>
  <note>Opened in 1900.</note>
  <langSet xml:lang="en">
    <tig><term>quay</term><termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
    <tig><term>wharf</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet>
  <langSet xml:lang="DE">
    <ntig><termGrp><term>Kai</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
  </langSet>
</termEntry>
</body></text>
</martif>
"""
TBX_DCT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>Terms</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="7">
  <min:subjectField>harbours</min:subjectField>
  <langSec xml:lang="en">
    <descripGrp><basic:definition>A place where ships lie.</basic:definition>
      <basic:source>https://register.example/quay</basic:source></descripGrp>
    <termSec><term>quay</term><min:partOfSpeech>noun</min:partOfSpeech>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
</conceptEntry>
</body></text>
</tbx>
"""
SKOS_RDF = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:Concept rdf:about="https://thesaurus.example/c_0042">
  <skos:prefLabel xml:lang="en">quay</skos:prefLabel>
  <skos:prefLabel xml:lang="de">Kai</skos:prefLabel>
  <skos:altLabel xml:lang="en">wharf</skos:altLabel>
  <skos:definition xml:lang="en">A place where ships lie.</skos:definition>
  <skos:broader rdf:resource="https://thesaurus.example/c_0001"/>
  <skos:notation>42</skos:notation>
</skos:Concept>
</rdf:RDF>
"""
MARKDOWN = """# Words

Quay
: A place where ships lie.

The PVE opened, and so did the <abbr title="Sampletown Wharf">SW</abbr>.

*[PVE]: Port of Sampletown

```
*[CODE]: is none
```
"""
HTML = """<!DOCTYPE html><html lang="en"><head><title>Words</title></head><body>
<dl><dt>Quay</dt><dt lang="de">Kai</dt><dd>A place where ships lie.</dd></dl>
<p>The <abbr title="Port of Sampletown">PVE</abbr> and the <abbr title="Port of Sampletown">PVE</abbr>.</p>
</body></html>
"""
