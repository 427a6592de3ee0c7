"""Invented titles, summaries and text for the page models."""

TITLES = (
    "A supermarket put screens on 4,000 shelves. Shoppers looked at the prices",
    "Nano creators publish a rate card, and brands find it refreshingly dull",
    "Otter spokesman retires",
    "Kopi Sembilan sits out 11.11 and sells more coffee on the twelfth",
    "The creator fund closes; a programme with a longer name takes its place",
    "“We were in the business of attention”: a retailer on what its media network taught it & what it cost",
    "Return labels are the medium nobody skips",
    "Cash on delivery is not going anywhere, couriers in Vietnam would like you to know",
    "直播間搬進超商:深夜十二點,店員比主播會賣",
    "An airline apologised in three languages and meant it in one",
    "Pengaruh nano: mengapa jenama kecil memilih suara kecil",
    "Measurement vendors agree on a definition of “viewed”, disagree on what a second is, and book a second meeting "
    "to settle whether the first one counted",
    "Layoff memo",
    "Four agencies pitch for a noodle, one mentions the noodle",
)
SUMMARIES = (
    "Lumbung Segar wanted its shelf edges to become a medium. A year later it has a good one, as long as the "
    "advertiser is content to be a number with a currency sign in front.",
    "Two hundred creators with fewer than 10,000 followers each have written down what they charge. Agencies say the "
    "list has saved them a week of telephone calls a month.",
    "The mascot leaves after eleven years, four campaigns and one unfortunate parade.",
    "The chain closed its shop in the app on the year’s biggest shopping day and paid its baristas for the idle hours.",
)
TAGS = (
    "Retail media",
    "Measurement",
    "Indonesia",
    "Live commerce",
    "Platform policy",
    "Creator economy",
    "Out of home",
    "Crisis communications",
    "First-party data",
    "Taiwan",
    "Malaysia",
    "Pitches",
)
NOTES = ("", "What is sold beside what is sold.", "", "Numbers, and who is allowed to count them.")
BIOGRAPHY = (
    "<p>Farid Zulhilmi writes from Kuala Lumpur about what companies say, and what they meant. He spent"
    " six years in a "
    "corporate communications department and knows where the adjectives are buried.</p>"
    "<p>He writes in English and Malay.</p>"
)
BODY_START = """<p>Stand in aisle nine of the Lumbung Segar supermarket in South Jakarta for an hour, as we
did, and you will
see about ninety people pass a strip of animated advertising at the height of their hips. Four will glance at
it. Then the strip goes dark, the prices come up, and everybody stops.</p>
<p>That is the finding, more or less, of the first year of what the chain calls its “living shelf”: 4,000 narrow
screens along the shelf edges of 38 shops, sold by the day to whoever makes the things above them. The screens
were meant to be a new medium. They turned out to be a very good price tag.</p>
<h2>What was bought</h2>
<p>The pitch to brands, when the network was switched on last October, was borrowed from the web: reach the
shopper at the moment of decision, pay per thousand exposures, read the result in the till data. An eight-second
loop cost about as much as the same reach on <a href="/2023/11/sample-3/">a mid-sized recipe site</a>. Eleven
biscuit brands signed within a month.</p>
<p>By February nine of them had gone quiet. “We could see that our film was on,” says Ratna Dewanti, who runs
trade marketing at Rumah Remah, a maker of wafers. “What we could not see was anybody caring.”</p>"""
BODY_END = """<h2>What worked</h2>
<p>Then a store manager in Bekasi, tired of complaints, set his loops to show the price for six of the eight
seconds. Sales of the promoted lines in his shop rose; those of the other shops did not. Headquarters noticed,
called it a test, and ran it properly. It asked three things of every loop:</p>
<ul><li>that the price be legible at arm’s length,</li><li>that the unit price stand beside it, and</li><li>that
nothing move for the first two seconds.</li></ul>
<figure><img src="/pictures/picture-4-0a1b2c3d.webp" alt="Drawing of a shelf edge." width="1200" height="675"
loading="lazy"> <figcaption>The format that survived: a price, a unit price and four
words.</figcaption></figure>
<table><thead><tr><th>Loop</th><th>Seconds with price</th><th>Shoppers who stopped</th><th>Change in units
sold</th></tr>
</thead>
<tbody><tr><td>Brand film only</td><td>0</td><td>4%</td><td>+0.6%</td></tr>
<tr><td>Film, then price</td><td>3</td><td>11%</td><td>+2.1%</td></tr>
<tr><td>Price, unit price, four words</td><td>8</td><td>23%</td><td>+5.2%</td></tr>
</tbody></table>
<p>The last line of that table is now the product. An advertiser may choose the four words. “Good with hot
coffee” has been the best seller since June, for three different brands.</p>
<blockquote><p>We thought we were in the business of attention. We are in the business of answering a question:
how much is it?</p>
<p>Surya Adikara, head of media, Lumbung Segar</p>
</blockquote>
<h2>Who pays for a price tag</h2>
<p>The awkward part is that prices used to be free. Lumbung Segar has settled on charging for position, the
stretch of shelf where the eye rests, and not for exposure. It earns less per screen than the plan had promised
and keeps nearly all of its advertisers from one quarter to the next, which the plan had not promised at
all.</p>
<h3>Next year</h3>
<p>Rival chains are watching. One of them, which asked not to be named, has ordered 1,200 screens and no
animation software. <em>Updated with the number of shops, which the company revised on Tuesday
afternoon.</em></p>"""
