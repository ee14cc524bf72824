/** How sure a link is: a calibration learned from an evaluation, applied to candidates. */
package org.hyperlinker.linking.confidence;
